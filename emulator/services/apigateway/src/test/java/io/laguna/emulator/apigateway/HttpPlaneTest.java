package io.laguna.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.testlake.BuiltEngine;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/** Tests of what clients of HTTP APIs get: routes, stages, events, failures, CORS and access logs, with real functions. */
@ExtendWith({BuiltEngine.Python.class, ApiLake.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpPlaneTest {
    private static final List<String> ROUTES = List.of(
            "GET /pets",
            "GET /pets/dog/1",
            "GET /pets/dog/{id}",
            "GET /pets/{proxy+}",
            "POST /pets/{id}",
            "ANY /any/{proxy+}",
            "GET /any/exact",
            "$default");

    private final ApiLake.Running lake;
    private ApiGateway gateway;
    private ApiGatewayV2Client client;
    private PlaneClient plane;
    private String echo;

    HttpPlaneTest(ApiLake.Running lake) {
        this.lake = lake;
    }

    @BeforeAll
    void open() {
        gateway = lake.open();
        client = Rooms.of(ApiGatewayV2Client.class, gateway.http().rooms(EngineLake.CALLER))
                .client();
        plane = new PlaneClient(gateway);
        echo = lake.function("http-echo", PlaneClient.ECHO);
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        GET    | /pets            | GET /pets          | {}
        GET    | /pets/dog/1      | GET /pets/dog/1    | {}
        GET    | /pets/dog/2      | GET /pets/dog/{id} | {"id":"2"}
        GET    | /pets/dog/a%20b  | GET /pets/dog/{id} | {"id":"a b"}
        GET    | /pets/cat/1      | GET /pets/{proxy+} | {"proxy":"cat/1"}
        GET    | /pets/dog/1/x    | GET /pets/{proxy+} | {"proxy":"dog/1/x"}
        POST   | /pets/7          | POST /pets/{id}    | {"id":"7"}
        POST   | /pets/dog/1      | $default           | {}
        DELETE | /any/thing/2     | ANY /any/{proxy+}  | {"proxy":"thing/2"}
        DELETE | /any/exact       | ANY /any/{proxy+}  | {"proxy":"exact"}
        GET    | /any/exact       | GET /any/exact     | {}
        GET    | /any             | $default           | {}
        GET    | /                | $default           | {}
        PATCH  | /pets            | $default           | {}
        """)
    void theMostExactRouteWithTheMethodIsChosen(String method, String path, String route, String variables) {
        String api = api("precedence", "2.0", ROUTES);

        JsonNode event = plane.call(api, method, path).json().path("event");

        assertThat(event.path("routeKey").asText()).isEqualTo(route);
        assertThat(event.path("pathParameters").toString()).isEqualTo(variables.equals("{}") ? "" : variables);
        delete(api);
    }

    @Test
    void aNamedStageIsAPathAndHasItsVariables() {
        String api = api("stages", "2.0", List.of("GET /pets/{id}"));
        client.createStage(stage -> stage.apiId(api)
                .stageName("test")
                .autoDeploy(true)
                .stageVariables(Map.of("fn", "http-echo", "color", "blue")));
        client.updateIntegration(update -> update.apiId(api)
                .integrationId(integration(api))
                .integrationUri(echo.replace("http-echo", "${stageVariables.fn}")));

        JsonNode event = plane.call(api, "GET", "/test/pets/1").json().path("event");

        assertThat(event.path("rawPath").asText()).isEqualTo("/test/pets/1");
        assertThat(event.at("/requestContext/stage").asText()).isEqualTo("test");
        assertThat(event.at("/stageVariables/color").asText()).isEqualTo("blue");
        assertThat(plane.call(api, "GET", "/other/pets/1").status()).isEqualTo(404);
        delete(api);
    }

    @Test
    void withoutAutoDeployAChangeIsSeenAfterADeployment() {
        String api = client.createApi(create -> create.name("deployments").protocolType(ProtocolType.HTTP))
                .apiId();
        client.createStage(stage -> stage.apiId(api).stageName("$default"));
        route(api, "2.0", "GET /one");
        assertThat(plane.call(api, "GET", "/one").text()).isEqualTo("{\"message\":\"Not Found\"}");

        client.createDeployment(deploy -> deploy.apiId(api).stageName("$default"));
        route(api, "2.0", "GET /two");

        assertThat(plane.call(api, "GET", "/one").status()).isEqualTo(200);
        assertThat(plane.call(api, "GET", "/two").status()).isEqualTo(404);
        delete(api);
    }

    @Test
    void anEventOfVersionOneHasTheFormOfTheDocumentation() {
        String api = api("one", "1.0", List.of("ANY /pets/{id}"));

        JsonNode event = plane.call(api, "PUT", "/pets/3?a=1&a=2", "{}", "Content-Type: application/json", "X: y")
                .json()
                .path("event");

        assertThat(event.path("version").asText()).isEqualTo("1.0");
        assertThat(event.path("resource").asText()).isEqualTo("/pets/{id}");
        assertThat(event.at("/multiValueQueryStringParameters/a").toString()).isEqualTo("[\"1\",\"2\"]");
        assertThat(event.at("/requestContext/resourcePath").asText()).isEqualTo("/pets/{id}");
        assertThat(event.at("/requestContext/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(event.at("/headers/X").asText()).isEqualTo("y");
        assertThat(event.path("body").asText()).isEqualTo("{}");
        delete(api);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        raise       | 500 | {"message":"Internal Server Error"}
        object      | 500 | {"message":"Internal Server Error"}
        sleep       | 503 | {"message":"Service Unavailable"}
        """)
    void aFunctionThatFailsIsAnsweredInTheWordsOfAws(String how, int status, String body) {
        String api = api("failures", "2.0", List.of("$default"));
        client.updateIntegration(
                update -> update.apiId(api).integrationId(integration(api)).timeoutInMillis(1_000));

        PlaneClient.Reply reply = plane.call(api, "GET", "/?how=" + how);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).isEqualTo(body);
        delete(api);
    }

    @Test
    void aFunctionWhosePolicyDoesNotNameTheApiIsNotCalled() {
        String api = api("denied", "2.0", List.of("GET /pets"));
        lake.functions(EngineLake.CALLER)
                .removePermission(remove -> remove.functionName("http-echo").statementId("apis"));
        assertThat(plane.call(api, "GET", "/pets").text()).isEqualTo("{\"message\":\"Internal Server Error\"}");

        lake.functions(EngineLake.CALLER).addPermission(add -> add.functionName("http-echo")
                .statementId("apis")
                .action("lambda:InvokeFunction")
                .principal("apigateway.amazonaws.com")
                .sourceArn("arn:aws:execute-api:eu-west-1:123456789012:" + api + "/*/GET/pets"));
        assertThat(plane.call(api, "GET", "/pets").status()).isEqualTo(200);

        lake.functions(EngineLake.CALLER)
                .removePermission(remove -> remove.functionName("http-echo").statementId("apis"));
        lake.functions(EngineLake.CALLER).addPermission(add -> add.functionName("http-echo")
                .statementId("apis")
                .action("lambda:InvokeFunction")
                .principal("apigateway.amazonaws.com"));
        delete(api);
    }

    @Test
    void quickCreateMakesAnApiThatAnswers() {
        String api = client.createApi(create ->
                        create.name("quick").protocolType(ProtocolType.HTTP).target(echo))
                .apiId();

        assertThat(plane.call(api, "GET", "/anything")
                        .json()
                        .at("/event/routeKey")
                        .asText())
                .isEqualTo("$default");
        delete(api);
    }

    @Test
    void theCorsConfigurationAnswersPagesAndIsTheRuleOfWhoMayCall() {
        String api = api("cors", "2.0", List.of("GET /pets"));
        client.updateApi(update -> update.apiId(api).corsConfiguration(cors -> cors.allowOrigins("https://page.example")
                .allowMethods("GET")
                .allowHeaders("x-mine")
                .maxAge(300)));

        PlaneClient.Reply preflight = plane.call(
                api, "OPTIONS", "/pets", "", "Origin: https://page.example", "Access-Control-Request-Method: GET");
        PlaneClient.Reply answer = plane.call(api, "GET", "/pets", "", "Origin: https://page.example");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.headers())
                .containsEntry("access-control-allow-origin", "https://page.example")
                .containsEntry("access-control-allow-methods", "GET")
                .containsEntry("access-control-allow-headers", "x-mine")
                .containsEntry("access-control-max-age", "300");
        assertThat(answer.headers()).containsEntry("access-control-allow-origin", "https://page.example");
        assertThat(plane.admits(api, "GET", "/pets", "Origin: https://page.example"))
                .isTrue();
        assertThat(plane.admits(api, "GET", "/pets", "Origin: https://other.example"))
                .isFalse();
        assertThat(plane.admits(api, "GET", "/pets")).isFalse();
        client.deleteCorsConfiguration(delete -> delete.apiId(api));
        assertThat(plane.admits(api, "GET", "/pets", "Origin: https://page.example"))
                .isFalse();
        delete(api);
    }

    @Test
    void binaryBodiesComeAndGoAsTheyAre() {
        String api = api("binary", "2.0", List.of("POST /"));

        PlaneClient.Reply reply =
                plane.call(api, "POST", "/?how=binary", "\u0001\u0002", "Content-Type: application/octet-stream");

        assertThat(reply.text()).isEqualTo("\u0001\u0002");
        assertThat(reply.headers()).containsEntry("content-type", "image/png");
        delete(api);
    }

    @Test
    void accessLogsHaveTheVariablesOfTheirFormat() {
        String api = api("logged", "2.0", List.of("GET /pets"));
        var logs = lake.logs(EngineLake.CALLER);
        logs.createLogGroup(create -> create.logGroupName("/apis/logged"));
        client.updateStage(
                update -> update.apiId(api).stageName("$default").accessLogSettings(settings -> settings.destinationArn(
                                "arn:aws:logs:eu-west-1:123456789012:log-group:/apis/logged")
                        .format("$context.requestId \"$context.httpMethod $context.path\" $context.routeKey"
                                + " $context.status $context.nothing")));

        plane.call(api, "GET", "/pets");
        plane.call(api, "GET", "/none");

        assertThat(logs.filterLogEvents(filter -> filter.logGroupName("/apis/logged"))
                        .events())
                .extracting(event -> event.message())
                .containsExactly("id \"GET /pets\" GET /pets 200 -", "id \"GET /none\" - 404 -");
        delete(api);
    }

    private String api(String name, String version, List<String> routes) {
        String api = client.createApi(create -> create.name(name).protocolType(ProtocolType.HTTP))
                .apiId();
        client.createStage(stage -> stage.apiId(api).stageName("$default").autoDeploy(true));
        routes.forEach(key -> route(api, version, key));
        return api;
    }

    private void route(String api, String version, String key) {
        String integration = client.createIntegration(create -> create.apiId(api)
                        .integrationType("AWS_PROXY")
                        .integrationUri(echo)
                        .payloadFormatVersion(version))
                .integrationId();
        client.createRoute(create -> create.apiId(api).routeKey(key).target("integrations/" + integration));
    }

    private String integration(String api) {
        return client.getIntegrations(get -> get.apiId(api)).items().get(0).integrationId();
    }

    private void delete(String api) {
        client.deleteApi(delete -> delete.apiId(api));
    }
}
