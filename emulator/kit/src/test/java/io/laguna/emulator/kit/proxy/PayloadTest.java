package io.laguna.emulator.kit.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The example of AWS's documentation. */
    @Test
    void anEventOfVersionTwoIsTheOneOfTheDocumentation() throws IOException {
        ProxyRequest request = request(
                "POST",
                "/my/path",
                "parameter1=value1&parameter1=value2&parameter2=value",
                "Hello from Lambda",
                "Header1: value1",
                "Header2: value1",
                "header2: value2",
                "Cookie: cookie1; cookie2",
                "User-Agent: agent");

        ObjectNode event = PayloadTwo.event(
                request,
                new PayloadTwo.Place(
                        "$default",
                        "$default",
                        "123456789012",
                        "api-id",
                        Map.of("parameter1", "value1"),
                        Map.of("stageVariable1", "value1")));

        assertThat((JsonNode) event)
                .isEqualTo(
                        JSON.readTree(
                                """
                {"version": "2.0", "routeKey": "$default", "rawPath": "/my/path",
                 "rawQueryString": "parameter1=value1&parameter1=value2&parameter2=value",
                 "cookies": ["cookie1", "cookie2"],
                 "headers": {"header1": "value1", "header2": "value1,value2", "user-agent": "agent"},
                 "queryStringParameters": {"parameter1": "value1,value2", "parameter2": "value"},
                 "requestContext": {"accountId": "123456789012", "apiId": "api-id",
                   "domainName": "id.execute-api.us-east-1.amazonaws.com", "domainPrefix": "id",
                   "http": {"method": "POST", "path": "/my/path", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1",
                     "userAgent": "agent"},
                   "requestId": "id", "routeKey": "$default", "stage": "$default",
                   "time": "12/Mar/2020:19:03:58 +0000", "timeEpoch": 1584039838390},
                 "pathParameters": {"parameter1": "value1"}, "stageVariables": {"stageVariable1": "value1"},
                 "body": "Hello from Lambda", "isBase64Encoded": false}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        {"statusCode": 201, "headers": {"A": "b"}, "body": "x"}       | 201 | A: b, Content-Type: text/plain;charset=UTF-8 | x
        {"statusCode": 200, "headers": {"A": null, "B": "c"}, "body": "x"} | 200 | B: c, Content-Type: text/plain;charset=UTF-8 | x
        {"statusCode": "204"}                                         | 204 | Content-Type: text/plain;charset=UTF-8      | ''
        {"statusCode": 200, "headers": {"content-type": "a/b"}, "isBase64Encoded": true, "body": "aGk="} | 200 | content-type: a/b | hi
        {"statusCode": 200, "headers": {"content-type": "a/b"}, "cookies": ["a=1", "b=2"]} | 200 | content-type: a/b, Set-Cookie: a=1, Set-Cookie: b=2 | ''
        {"message": "hello"}                                          | 200 | Content-Type: application/json | {"message": "hello"}
        "Hello"                                                       | 200 | Content-Type: application/json | Hello
        [1, 2]                                                        | 200 | Content-Type: application/json | [1, 2]
        """)
    void aResultOfVersionTwoIsAnAnswer(String result, int status, String headers, String body) throws Exception {
        ProxyReply reply = PayloadTwo.reply(result.getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(headers(reply)).isEqualTo(headers);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        {"statusCode": 99}
        {"statusCode": "many"}
        {"statusCode": 200, "body": {"a": 1}}
        {"statusCode": 200, "headers": ["a"]}
        {"statusCode": 200, "isBase64Encoded": true, "body": "a"}
        {"statusCode"
        """)
    void aResultThatIsNoAnswerIsRefused(String result) {
        byte[] bytes = result.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PayloadTwo.reply(bytes)).isInstanceOf(MalformedReplyException.class);
        assertThatThrownBy(() -> PayloadOne.reply(bytes, true)).isInstanceOf(MalformedReplyException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        {"headers": {"a": 1, "b": true}, "multiValueHeaders": {"A": ["x", "y"]}}        | A: x, A: y, a: 1, b: true
        {"headers": {"a": "y", "A": "z"}, "multiValueHeaders": {"A": ["x", "y"]}}       | A: x, A: y, A: z
        {"headers": {"Set-Cookie": "a=1", "set-cookie": "b=2"}}                         | Set-Cookie: a=1, set-cookie: b=2
        """)
    void aResultOfVersionOneMayHaveSeveralValuesOfAHeader(String headers, String merged) throws Exception {
        String result = "{\"statusCode\": 200, " + headers.substring(1);

        assertThat(headers(PayloadOne.reply(result.getBytes(StandardCharsets.UTF_8), true)))
                .isEqualTo(merged);
    }

    @Test
    void aResultOfVersionOneHasAStatus() {
        assertThatThrownBy(() -> PayloadOne.reply("{\"a\": 1}".getBytes(StandardCharsets.UTF_8), true))
                .isInstanceOf(MalformedReplyException.class);
    }

    @Test
    void anEventOfVersionOneHasTheLastValueAndAllValues() throws IOException {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ProxyRequest request = request("GET", "/", "a=1&a=2&b=c+d%2B", "", "X: 1", "X: 2");

        PayloadOne.request(event, request);
        PayloadOne.body(event, request, true);

        assertThat((JsonNode) event)
                .isEqualTo(
                        JSON.readTree(
                                """
                {"headers": {"X": "2"}, "multiValueHeaders": {"X": ["1", "2"]},
                 "queryStringParameters": {"a": "2", "b": "c d+"},
                 "multiValueQueryStringParameters": {"a": ["1", "2"], "b": ["c d+"]},
                 "body": null, "isBase64Encoded": false}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, true",
        "text/csv, true",
        "application/vnd.api+json, true",
        "application/x-www-form-urlencoded, false",
        "image/png, false",
        "application/octet-stream, false"
    })
    void textsAreNotInBase64(String type, boolean text) throws IOException {
        ObjectNode event = PayloadTwo.event(
                request("POST", "/", "", "body", "Content-Type: " + type),
                new PayloadTwo.Place("$default", "$default", "1", "2", Map.of(), Map.of()));

        assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(!text);
        assertThat(event.path("body").asText()).isEqualTo(text ? "body" : "Ym9keQ==");
    }

    private static ProxyRequest request(String method, String path, String query, String body, String... headers) {
        return new ProxyRequest(
                method,
                path,
                query,
                List.of(headers).stream()
                        .map(text -> text.split(": "))
                        .map(parts -> new ProxyHeader(parts[0], parts[1]))
                        .toList(),
                body.getBytes(StandardCharsets.UTF_8),
                "id.execute-api.us-east-1.amazonaws.com",
                "192.0.2.1",
                "HTTP/1.1",
                "id",
                Instant.parse("2020-03-12T19:03:58.390Z"));
    }

    private static String headers(ProxyReply reply) {
        return reply.headers().stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining(", "));
    }
}
