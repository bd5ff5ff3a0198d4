package io.laguna.emulator.edge.request;

import java.time.Duration;

/**
 * The limits of a request.
 *
 * @param bodyBytes the body of a call to any service but S3, whose bodies stream
 * @param headerBytes request line and headers
 * @param idle how long a connection may be silent
 * @param body how long a call's body may take to arrive
 */
public record Limits(int bodyBytes, int headerBytes, Duration idle, Duration body) {
    /** The default limits, which are larger than what AWS itself takes. */
    public static final Limits DEFAULT = new Limits(64 << 20, 32 << 10, Duration.ofSeconds(60), Duration.ofMinutes(2));
}
