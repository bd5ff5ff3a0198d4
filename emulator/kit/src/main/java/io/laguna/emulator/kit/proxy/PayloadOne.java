package io.laguna.emulator.kit.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The version 1.0 of the payload, which REST APIs have, and HTTP APIs that ask for it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda
 *     proxy integrations</a>
 */
public final class PayloadOne {
    private PayloadOne() {}

    /** Puts a request's headers and parameters into an event, each as its last value and as all values. */
    public static void request(ObjectNode event, ProxyRequest request) {
        List<Map.Entry<String, String>> headers = request.headers().stream()
                .map(header -> Map.entry(header.name(), header.value()))
                .toList();
        values(event, "headers", "multiValueHeaders", headers);
        values(event, "queryStringParameters", "multiValueQueryStringParameters", request.parameters());
    }

    /** Puts a map of texts into an event, as null where it is empty. */
    public static void texts(ObjectNode event, String member, Map<String, String> texts) {
        if (texts.isEmpty()) {
            event.putNull(member);
        } else {
            texts.forEach(event.putObject(member)::put);
        }
    }

    /** Puts a request's body into an event, as null where there is none. */
    public static void body(ObjectNode event, ProxyRequest request, boolean base64) {
        boolean encoded = base64 && request.body().length > 0;
        if (request.body().length > 0) {
            event.put("body", request.bodyText(encoded));
        } else {
            event.putNull("body");
        }
        event.put("isBase64Encoded", encoded);
    }

    /**
     * Returns the answer that a function's result is.
     *
     * @param decoded whether a body in base 64 is decoded
     * @throws MalformedReplyException when it is none
     */
    public static ProxyReply reply(byte[] result, boolean decoded) throws MalformedReplyException {
        JsonNode node = FunctionReply.parse(result);
        if (!node.isObject() || !node.has("statusCode")) {
            throw new MalformedReplyException("The function has returned no object with a statusCode.");
        }
        List<ProxyHeader> headers = new ArrayList<>();
        JsonNode multiple = node.path("multiValueHeaders");
        for (var header : multiple.properties()) {
            header.getValue().forEach(value -> headers.add(new ProxyHeader(header.getKey(), value.asText())));
        }
        for (ProxyHeader single : FunctionReply.headers(node)) {
            if (headers.stream().noneMatch(known -> isSame(known, single))) {
                headers.add(single);
            }
        }
        return new ProxyReply(FunctionReply.status(node), headers, FunctionReply.body(node, decoded));
    }

    private static boolean isSame(ProxyHeader one, ProxyHeader other) {
        return one.key().equals(other.key()) && one.value().equals(other.value());
    }

    private static void values(
            ObjectNode event, String single, String multiple, List<Map.Entry<String, String>> entries) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        entries.forEach(entry ->
                all.computeIfAbsent(entry.getKey(), key -> new ArrayList<>()).add(entry.getValue()));
        if (all.isEmpty()) {
            event.putNull(single).putNull(multiple);
            return;
        }
        ObjectNode last = event.putObject(single);
        ObjectNode lists = event.putObject(multiple);
        all.forEach((key, values) -> {
            last.put(key, values.get(values.size() - 1));
            values.forEach(lists.withArrayProperty(key)::add);
        });
    }
}
