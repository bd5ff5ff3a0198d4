package io.laguna.emulator.kit.proxy;

import java.util.List;
import java.util.Optional;

/**
 * An answer to a web client.
 *
 * @param headers those of a name that repeats follow one another
 */
@SuppressWarnings("ArrayRecordComponent") // A body is handed on, never compared.
public record ProxyReply(int status, List<ProxyHeader> headers, byte[] body) {
    public ProxyReply {
        headers = List.copyOf(headers);
    }

    /** Returns the first header of a name in lower case. */
    public Optional<String> header(String key) {
        return headers.stream()
                .filter(header -> header.key().equals(key))
                .map(ProxyHeader::value)
                .findFirst();
    }
}
