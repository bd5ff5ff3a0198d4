package io.laguna.emulator.kit.proxy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request of a web client that a function is to answer.
 *
 * @param rawPath as sent, not decoded
 * @param rawQuery as sent, without the question mark; empty where there is none
 * @param host the name by which the client calls, without a port
 * @param sourceIp the client's address
 * @param protocol {@code HTTP/1.1}
 * @param requestId by which the call is found in logs
 * @param at when the request came
 */
@SuppressWarnings("ArrayRecordComponent") // A body is handed on, never compared.
public record ProxyRequest(
        String method,
        String rawPath,
        String rawQuery,
        List<ProxyHeader> headers,
        byte[] body,
        String host,
        String sourceIp,
        String protocol,
        String requestId,
        Instant at) {
    public ProxyRequest {
        headers = List.copyOf(headers);
    }

    /** Returns the first header of a name in lower case. */
    public Optional<String> header(String key) {
        return headers.stream()
                .filter(header -> header.key().equals(key))
                .map(ProxyHeader::value)
                .findFirst();
    }

    /** Returns the headers by their names in lower case; the values of a name that repeats are joined by commas. */
    public Map<String, String> joinedHeaders() {
        return headers.stream()
                .collect(Collectors.toMap(
                        ProxyHeader::key, ProxyHeader::value, (one, other) -> one + "," + other, TreeMap::new));
    }

    /** Returns the first label of the host. */
    public String hostPrefix() {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /** Returns the parameters of the query, decoded, in the order in which they came. */
    public List<Map.Entry<String, String>> parameters() {
        return Percent.parameters(rawQuery);
    }

    /** Returns the same request under another path. */
    public ProxyRequest at(String path) {
        return new ProxyRequest(method, path, rawQuery, headers, body, host, sourceIp, protocol, requestId, at);
    }

    /** Returns the body as an event has it: as a text, or in base 64. */
    String bodyText(boolean base64) {
        return base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8);
    }
}
