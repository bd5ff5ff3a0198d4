package io.laguna.wire;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it goes out.
 *
 * @param stream a body of any size in place of {@code body}, to be closed by whoever sends it
 */
@SuppressWarnings("ArrayRecordComponent") // A body is handed on, never compared.
public record WireResponse(int status, Map<String, List<String>> headers, byte[] body, Optional<InputStream> stream) {
    private static final byte[] NOTHING = {};

    public WireResponse(int status, Map<String, List<String>> headers, byte[] body) {
        this(status, headers, body, Optional.empty());
    }

    /** Returns the same response with a stream as its body. */
    public WireResponse withStream(InputStream other) {
        return new WireResponse(status, headers, NOTHING, Optional.of(other));
    }
}
