package io.laguna.pipelines.covid.ingest;

import java.time.Duration;
import java.util.Optional;

/** The reply to one request. */
sealed interface SodaReply {

    /** A reply with status 200. */
    final class Body implements SodaReply {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Any other reply.
     *
     * @param transientFault whether the same request may do better later
     * @param askedToWait the server's Retry-After
     */
    record Failure(String reason, boolean transientFault, Optional<Duration> askedToWait) implements SodaReply {}
}
