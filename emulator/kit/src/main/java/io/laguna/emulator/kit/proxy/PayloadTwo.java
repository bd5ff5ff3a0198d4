package io.laguna.emulator.kit.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The version 2.0 of the payload, which HTTP APIs and the URLs of functions have.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     integrations of HTTP APIs</a>
 */
public final class PayloadTwo {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int OK = 200;
    private static final String TYPE = "Content-Type";

    private PayloadTwo() {}

    /**
     * The place of a request in its API.
     *
     * @param routeKey {@code GET /pets/{id}}
     * @param account the caller's, or the API's owner
     */
    public record Place(
            String routeKey,
            String stage,
            String account,
            String api,
            Map<String, String> pathParameters,
            Map<String, String> stageVariables) {
        public Place {
            pathParameters = Map.copyOf(pathParameters);
            stageVariables = Map.copyOf(stageVariables);
        }
    }

    /** Returns the event of a request. */
    public static ObjectNode event(ProxyRequest request, Place place) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0")
                .put("routeKey", place.routeKey())
                .put("rawPath", Percent.decode(request.rawPath()))
                .put("rawQueryString", request.rawQuery());
        Map<String, String> headers = request.joinedHeaders();
        cookies(request, event);
        headers.remove("cookie");
        texts(event.putObject("headers"), headers);
        Map<String, String> query = new TreeMap<>();
        request.parameters()
                .forEach(each -> query.merge(each.getKey(), each.getValue(), (one, other) -> one + "," + other));
        optional(event, "queryStringParameters", query);
        event.set("requestContext", context(request, place));
        optional(event, "pathParameters", place.pathParameters());
        optional(event, "stageVariables", place.stageVariables());
        boolean base64 = request.body().length > 0 && !BodyType.isText(request.header("content-type"));
        if (request.body().length > 0) {
            event.put("body", request.bodyText(base64));
        }
        return event.put("isBase64Encoded", base64);
    }

    /** Returns the time of a request as contexts tell it: {@code 12/Mar/2020:19:03:58 +0000}. */
    public static String time(ProxyRequest request) {
        return TIME.format(request.at());
    }

    /**
     * Returns the answer of an HTTP API that a function's result is. A result without a status is the body itself.
     *
     * @throws MalformedReplyException when it is none
     */
    public static ProxyReply reply(byte[] result) throws MalformedReplyException {
        return reply(result, "text/plain;charset=UTF-8");
    }

    /**
     * Returns the answer that a function's result is.
     *
     * @param type of a body whose type the function does not tell
     * @throws MalformedReplyException when it is none
     */
    public static ProxyReply reply(byte[] result, String type) throws MalformedReplyException {
        JsonNode node = FunctionReply.parse(result);
        if (node.isObject() && node.has("statusCode")) {
            List<ProxyHeader> headers = new ArrayList<>(FunctionReply.headers(node));
            for (JsonNode cookie : node.path("cookies")) {
                headers.add(new ProxyHeader("Set-Cookie", cookie.asText()));
            }
            if (headers.stream().noneMatch(header -> header.key().equals("content-type"))) {
                headers.add(new ProxyHeader(TYPE, type));
            }
            return new ProxyReply(FunctionReply.status(node), headers, FunctionReply.body(node, true));
        }
        byte[] body = node.isTextual() ? node.textValue().getBytes(StandardCharsets.UTF_8) : result;
        return new ProxyReply(OK, List.of(new ProxyHeader(TYPE, "application/json")), body);
    }

    private static ObjectNode context(ProxyRequest request, Place place) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("accountId", place.account())
                .put("apiId", place.api())
                .put("domainName", request.host())
                .put("domainPrefix", request.hostPrefix());
        context.putObject("http")
                .put("method", request.method())
                .put("path", Percent.decode(request.rawPath()))
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
        return context.put("requestId", request.requestId())
                .put("routeKey", place.routeKey())
                .put("stage", place.stage())
                .put("time", time(request))
                .put("timeEpoch", request.at().toEpochMilli());
    }

    private static void cookies(ProxyRequest request, ObjectNode event) {
        List<String> cookies = request.headers().stream()
                .filter(header -> header.key().equals("cookie"))
                .flatMap(header -> Stream.of(header.value().split(";")))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
        if (!cookies.isEmpty()) {
            ArrayNode array = event.putArray("cookies");
            cookies.forEach(array::add);
        }
    }

    private static void optional(ObjectNode event, String member, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            texts(event.putObject(member), new TreeMap<>(texts));
        }
    }

    private static void texts(ObjectNode object, Map<String, String> texts) {
        texts.forEach(object::put);
    }
}
