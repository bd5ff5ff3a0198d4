package io.laguna.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param method the HTTP method in upper case
 * @param rawPath the path as sent, not decoded
 * @param rawQuery the query string as sent, without the question mark; empty where there is none
 * @param headers by name in lower case
 * @param body as sent; still packed where {@code content-encoding} says so
 */
@SuppressWarnings("ArrayRecordComponent") // A body is handed on, never compared.
public record WireRequest(
        String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {
    Optional<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }
}
