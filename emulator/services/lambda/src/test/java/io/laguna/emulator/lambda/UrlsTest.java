package io.laguna.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import io.laguna.emulator.lambda.url.UrlAddress;
import io.laguna.emulator.testlake.BuiltEngine;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvokeMode;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Tests of functions that are called by their URLs. */
@ExtendWith(LambdaLake.class)
class UrlsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTHING = {};
    private static final String PAGE = "https://page.example";

    /** A function that returns its event, or what the header {@code x-returns} says. */
    private static final String RETURNS = "import json\ndef handler(event, context):\n"
            + "    returns = event['headers'].get('x-returns')\n"
            + "    if returns == 'raise':\n        raise ValueError('no')\n"
            + "    return json.loads(returns) if returns else event\n";

    private final LambdaLake.Running lake;
    private Lambda lambda;
    private LambdaClient client;
    private String name;

    UrlsTest(LambdaLake.Running lake) {
        this.lake = lake;
    }

    @BeforeEach
    void open(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        lambda = lake.open();
        client = LambdaLake.Running.client(lambda);
        client.createFunction(create -> create.functionName(name)
                .role("arn:aws:iam::123456789012:role/tests")
                .runtime(BuiltEngine.python())
                .handler("index.handler")
                .code(code -> code.zipFile(Zips.of("index.py", RETURNS))));
    }

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void aRequestIsAnEventOfFormat2() throws IOException {
        String url = open(FunctionUrlAuthType.NONE);
        ProxyReply reply = call(
                url + "a%20b/c?x=1&x=2&y=a+b",
                "POST",
                "{\"k\": 1}".getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/json", "Cookie", "one=1; two=2", "User-Agent", "tests"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).contains("application/json");
        JsonNode event = JSON.readTree(reply.body());
        assertThat(reply.header("x-amzn-requestid"))
                .contains(event.path("requestContext").path("requestId").asText());
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("$default");
        assertThat(event.path("rawPath").asText()).isEqualTo("/a%20b/c");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=a+b");
        assertThat(event.path("queryStringParameters").toString()).isEqualTo("{\"x\":\"1,2\",\"y\":\"a b\"}");
        assertThat(event.path("cookies").toString()).isEqualTo("[\"one=1\",\"two=2\"]");
        assertThat(event.path("body").asText()).isEqualTo("{\"k\": 1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.path("requestContext").path("accountId").asText()).isEqualTo("anonymous");
        assertThat(url)
                .contains("/" + event.path("requestContext").path("apiId").asText() + "/");
        assertThat(event.path("requestContext").path("http").toString())
                .isEqualTo("{\"method\":\"POST\",\"path\":\"/a%20b/c\",\"protocol\":\"HTTP/1.1\","
                        + "\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"tests\"}");

        JsonNode binary = JSON.readTree(call(url, "PUT", new byte[] {0, 1}, Map.of("Content-Type", "image/png"))
                .body());
        assertThat(binary.path("body").asText()).isEqualTo("AAE=");
        assertThat(binary.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void whatAFunctionReturnsIsTheAnswer() {
        String url = open(FunctionUrlAuthType.NONE);

        ProxyReply described = returned(
                url,
                "{\"statusCode\": 201, \"headers\": {\"X-A\": \"b\"}, \"cookies\": [\"a=1\", \"b=2\"],"
                        + " \"body\": \"aGk=\", \"isBase64Encoded\": true}");
        assertThat(described.status()).isEqualTo(201);
        assertThat(text(described)).isEqualTo("hi");
        assertThat(described.header("x-a")).contains("b");
        assertThat(described.header("content-type")).contains("application/json");
        assertThat(described.headers())
                .contains(new ProxyHeader("Set-Cookie", "a=1"), new ProxyHeader("Set-Cookie", "b=2"));
        assertThat(text(returned(url, "\"hello\""))).isEqualTo("hello");
        assertThat(text(returned(url, "[1, 2]"))).isEqualTo("[1, 2]");
        assertThat(returned(url, "{\"statusCode\": \"much\"}").status()).isEqualTo(502);
        ProxyReply failed = returned(url, "raise");
        assertThat(failed.status()).isEqualTo(502);
        assertThat(text(failed)).isEqualTo("Internal Server Error");
    }

    @Test
    void onlyThoseWhoMayCallAreAnswered() throws IOException {
        String url = client.createFunctionUrlConfig(
                        create -> create.functionName(name).authType(FunctionUrlAuthType.NONE))
                .functionUrl();
        assertThat(call(url, "GET", NOTHING, Map.of()).status()).isEqualTo(403);
        permit(FunctionUrlAuthType.AWS_IAM);
        assertThat(call(url, "GET", NOTHING, Map.of()).status()).isEqualTo(403);
        permit(FunctionUrlAuthType.NONE);
        assertThat(call(url, "GET", NOTHING, Map.of()).status()).isEqualTo(200);

        client.updateFunctionUrlConfig(update -> update.functionName(name).authType(FunctionUrlAuthType.AWS_IAM));
        client.removePermission(remove -> remove.functionName(name).statementId("AWS_IAM"));
        Principal own = Principal.user("123456789012", "ana");
        Principal other = Principal.user("210987654321", "eva");

        assertThat(answer(url, Optional.empty()).status()).isEqualTo(403);
        assertThat(answer(url, Optional.of(other)).status()).isEqualTo(403);
        ProxyReply reply = answer(url, Optional.of(own));
        assertThat(reply.status()).isEqualTo(200);
        JsonNode iam = JSON.readTree(reply.body())
                .path("requestContext")
                .path("authorizer")
                .path("iam");
        assertThat(iam.path("userArn").asText()).isEqualTo("arn:aws:iam::123456789012:user/ana");
        client.addPermission(add -> add.functionName(name)
                .statementId("other")
                .action("lambda:InvokeFunctionUrl")
                .principal("210987654321")
                .functionUrlAuthType(FunctionUrlAuthType.AWS_IAM));
        assertThat(answer(url, Optional.of(other)).status()).isEqualTo(200);
    }

    @Test
    void pagesOfOtherSitesAreAnsweredByTheRules() {
        String url = open(FunctionUrlAuthType.NONE);
        Map<String, String> asks = Map.of("Origin", PAGE, "Access-Control-Request-Method", "PUT");
        assertThat(text(call(url, "OPTIONS", NOTHING, asks)))
                .as("the function answers")
                .contains("OPTIONS");
        client.updateFunctionUrlConfig(update -> update.functionName(name).cors(cors -> cors.allowOrigins(PAGE)
                .allowMethods("PUT", "GET")
                .allowHeaders("x-a")
                .exposeHeaders("x-b")
                .maxAge(60)
                .allowCredentials(true)));

        ProxyReply preflight = call(url, "OPTIONS", NOTHING, asks);
        ProxyReply reply = call(
                url,
                "GET",
                NOTHING,
                Map.of(
                        "Origin",
                        PAGE,
                        "X-Returns",
                        "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"*\"}}"));
        ProxyReply stranger =
                call(url, "OPTIONS", NOTHING, Map.of("Origin", "https://b", "Access-Control-Request-Method", "PUT"));

        assertThat(preflight.body()).isEmpty();
        assertThat(preflight.header("access-control-allow-origin")).contains(PAGE);
        assertThat(preflight.header("access-control-allow-methods")).contains("PUT,GET");
        assertThat(preflight.header("access-control-allow-headers")).contains("x-a");
        assertThat(preflight.header("access-control-allow-credentials")).contains("true");
        assertThat(preflight.header("access-control-max-age")).contains("60");
        assertThat(reply.headers())
                .filteredOn(header -> header.key().equals("access-control-allow-origin"))
                .containsExactly(new ProxyHeader("Access-Control-Allow-Origin", PAGE));
        assertThat(reply.header("access-control-expose-headers")).contains("x-b");
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.headers()).isEmpty();
    }

    @Test
    void urlsAreOfFunctionsAndAliases() {
        String url = open(FunctionUrlAuthType.NONE);
        client.publishVersion(publish -> publish.functionName(name));
        client.createAlias(create -> create.functionName(name).name("live").functionVersion("1"));
        String live = client.createFunctionUrlConfig(
                        create -> create.functionName(name).qualifier("live").authType(FunctionUrlAuthType.NONE))
                .functionUrl();

        assertThat(live).isNotEqualTo(url);
        assertThat(client.listFunctionUrlConfigs(list -> list.functionName(name))
                        .functionUrlConfigs())
                .hasSize(2);
        assertThat(client.getFunctionUrlConfig(get -> get.functionName(name).qualifier("live"))
                        .functionArn())
                .endsWith(":live");
        assertThatThrownBy(() -> open(FunctionUrlAuthType.NONE)).isInstanceOf(ResourceConflictException.class);
        assertThatThrownBy(() -> client.createFunctionUrlConfig(create -> create.functionName(name)
                        .authType(FunctionUrlAuthType.NONE)
                        .invokeMode(InvokeMode.RESPONSE_STREAM)))
                .isInstanceOf(InvalidParameterValueException.class);

        client.deleteFunctionUrlConfig(delete -> delete.functionName(name));
        assertThatThrownBy(() -> client.getFunctionUrlConfig(get -> get.functionName(name)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(call(url, "GET", NOTHING, Map.of()).status()).isEqualTo(404);
        client.deleteFunction(delete -> delete.functionName(name));
        assertThat(call(live, "GET", NOTHING, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsTooLargeAndAFunctionWithoutPlacesAreRefused() {
        String url = open(FunctionUrlAuthType.NONE);

        assertThat(call(url, "POST", new byte[6_291_457], Map.of()).status()).isEqualTo(413);
        client.putFunctionConcurrency(put -> put.functionName(name).reservedConcurrentExecutions(0));
        assertThat(call(url, "GET", NOTHING, Map.of()).status()).isEqualTo(429);
    }

    @Test
    void aUrlIsReadFromAHostOrAPath() {
        String id = "a".repeat(32);
        assertThat(UrlAddress.of(id + ".lambda-url.us-east-1.on.aws", "/x")).contains(new UrlAddress(id, "/x"));
        assertThat(UrlAddress.of(id + ".lambda-url.us-east-1.localhost", "/")).contains(new UrlAddress(id, "/"));
        assertThat(UrlAddress.of("127.0.0.1", "/_aws/lambda-url/" + id + "/x/y"))
                .contains(new UrlAddress(id, "/x/y"));
        assertThat(UrlAddress.of("127.0.0.1", "/_aws/lambda-url/" + id)).contains(new UrlAddress(id, "/"));
        assertThat(UrlAddress.of("127.0.0.1", "/" + id)).isEmpty();
    }

    private String open(FunctionUrlAuthType auth) {
        String url = client.createFunctionUrlConfig(
                        create -> create.functionName(name).authType(auth))
                .functionUrl();
        permit(auth);
        return url;
    }

    private void permit(FunctionUrlAuthType auth) {
        client.addPermission(add -> add.functionName(name)
                .statementId(auth.toString())
                .action("lambda:InvokeFunctionUrl")
                .principal("*")
                .functionUrlAuthType(auth));
    }

    private ProxyReply returned(String url, String returns) {
        return call(url, "GET", NOTHING, Map.of("X-Returns", returns));
    }

    private ProxyReply call(String url, String method, byte[] body, Map<String, String> headers) {
        ProxyRequest request = request(url, method, body, headers);
        return lambda.urls().answer(address(request), request, Optional.empty());
    }

    private ProxyReply answer(String url, Optional<Principal> caller) {
        ProxyRequest request = request(url, "GET", NOTHING, Map.of());
        assertThat(lambda.urls().isSigned(address(request), request)).isTrue();
        return lambda.urls().answer(address(request), request, caller);
    }

    private static UrlAddress address(ProxyRequest request) {
        return UrlAddress.of(request.host(), request.rawPath()).orElseThrow();
    }

    private static ProxyRequest request(String url, String method, byte[] body, Map<String, String> headers) {
        URI address = URI.create(url);
        List<ProxyHeader> all = new ArrayList<>();
        headers.forEach((key, value) -> all.add(new ProxyHeader(key, value)));
        return new ProxyRequest(
                method,
                address.getRawPath(),
                Optional.ofNullable(address.getRawQuery()).orElse(""),
                all,
                body,
                address.getHost(),
                "127.0.0.1",
                "HTTP/1.1",
                UUID.randomUUID().toString(),
                Instant.now());
    }

    private static String text(ProxyReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
