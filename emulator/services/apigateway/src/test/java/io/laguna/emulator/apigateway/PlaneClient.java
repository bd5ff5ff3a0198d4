package io.laguna.emulator.apigateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.apigateway.plane.ApiAddress;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client of APIs that calls them without HTTP. */
record PlaneClient(ApiGateway gateway) {
    /** A function that returns its event, or does what the parameter {@code how} says. */
    static final String ECHO =
            """
            import base64, json, time

            def handler(event, context):
                how = (event.get('queryStringParameters') or {}).get('how', '')
                if how == 'raise':
                    raise ValueError('no')
                if how == 'sleep':
                    time.sleep(3)
                if how == 'object':
                    return {'statusCode': 200, 'body': {'a': 1}}
                if how == 'nothing':
                    return {'message': 'no status'}
                if how == 'binary':
                    return {'statusCode': 200, 'headers': {'Content-Type': 'image/png'},
                            'isBase64Encoded': True, 'body': event['body']}
                return {'statusCode': 200, 'headers': {'Content-Type': 'application/json'},
                        'body': json.dumps({'event': event})}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer, with the names of its headers in lower case. */
    record Reply(int status, Map<String, String> headers, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(text, e);
            }
        }
    }

    Reply call(String api, String method, String path) {
        return call(api, method, path, "");
    }

    /** Sends a request with headers like {@code Name: value}. */
    Reply call(String api, String method, String path, String body, String... headers) {
        ProxyRequest request = request(api, method, path, body, headers);
        ProxyReply reply = gateway.execute()
                .answer(ApiAddress.of(request.host(), request.rawPath()).orElseThrow(), request);
        return new Reply(
                reply.status(),
                reply.headers().stream()
                        .collect(Collectors.toMap(ProxyHeader::key, ProxyHeader::value, (one, other) -> one)),
                new String(reply.body(), StandardCharsets.UTF_8));
    }

    /** Tells whether a page of another site may send a request. */
    boolean admits(String api, String method, String path, String... headers) {
        ProxyRequest request = request(api, method, path, "", headers);
        return gateway.execute()
                .admits(ApiAddress.of(request.host(), request.rawPath()).orElseThrow(), request);
    }

    private static ProxyRequest request(String api, String method, String path, String body, String... headers) {
        int query = path.indexOf('?');
        return new ProxyRequest(
                method,
                query < 0 ? path : path.substring(0, query),
                query < 0 ? "" : path.substring(query + 1),
                Stream.concat(Stream.of("Host: " + api + ".execute-api.eu-west-1.localhost:4566"), Stream.of(headers))
                        .map(header -> new ProxyHeader(
                                header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2)))
                        .toList(),
                body.getBytes(StandardCharsets.UTF_8),
                api + ".execute-api.eu-west-1.localhost",
                "127.0.0.1",
                "HTTP/1.1",
                "id",
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}
