package io.laguna.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.testlake.BuiltEngine;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.GetAccountResponse;
import software.amazon.awssdk.services.apigateway.model.MethodSetting;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.UpdateAccountResponse;

/** Tests of what clients of REST APIs get, from an API that a document of Swagger describes, with a real function. */
@ExtendWith({BuiltEngine.Python.class, ApiLake.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestPlaneTest {
    private final ApiLake.Running lake;
    private ApiGateway gateway;
    private ApiGatewayClient client;
    private PlaneClient plane;
    private String document;
    private String api;

    RestPlaneTest(ApiLake.Running lake) {
        this.lake = lake;
    }

    @BeforeAll
    void open() {
        gateway = lake.open();
        client = Rooms.of(ApiGatewayClient.class, gateway.rest().rooms(EngineLake.CALLER))
                .client();
        plane = new PlaneClient(gateway);
        document = Documents.read("rest-swagger.yaml", lake.function("rest-echo", PlaneClient.ECHO));
        api = client.importRestApi(put -> put.body(SdkBytes.fromUtf8String(document)))
                .id();
        client.createDeployment(
                deploy -> deploy.restApiId(api).stageName("live").variables(Map.of("color", "blue")));
    }

    @AfterAll
    void close() {
        client.deleteRestApi(delete -> delete.restApiId(api));
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        GET     | /live/pets/1            | 200 |
        GET     | /live/pets/1/           | 200 |
        PUT     | /live/pets/1            | 403 | {"message":"Missing Authentication Token"}
        PUT     | /live/other/1           | 200 |
        GET     | /live                   | 403 | {"message":"Missing Authentication Token"}
        GET     | /none/pets/1            | 403 | {"message":"Forbidden"}
        GET     | /live/pets/1?how=raise   | 502 | {"message": "Internal server error"}
        GET     | /live/pets/1?how=object  | 502 | {"message": "Internal server error"}
        GET     | /live/pets/1?how=nothing | 502 | {"message": "Internal server error"}
        OPTIONS | /live/pets/1            | 204 |
        """)
    void anAnswerIsInTheWordsOfAws(String method, String path, int status, String body) {
        PlaneClient.Reply reply = plane.call(api, method, path);

        assertThat(reply.status()).isEqualTo(status);
        if (body != null) {
            assertThat(reply.text()).isEqualTo(body);
            assertThat(reply.headers()).containsKey("x-amzn-errortype");
        }
    }

    @Test
    void anEventHasTheFormOfTheDocumentation() {
        JsonNode event = plane.call(api, "GET", "/live/pets/a%20b?color=red&color=green", "", "X-Mine: yes")
                .json()
                .path("event");

        assertThat(event.has("version")).isFalse();
        assertThat(event.path("resource").asText()).isEqualTo("/pets/{id}");
        assertThat(event.path("path").asText()).isEqualTo("/pets/a b");
        assertThat(event.at("/pathParameters/id").asText()).isEqualTo("a b");
        assertThat(event.at("/queryStringParameters/color").asText()).isEqualTo("green");
        assertThat(event.at("/multiValueQueryStringParameters/color").toString())
                .isEqualTo("[\"red\",\"green\"]");
        assertThat(event.at("/headers/X-Mine").asText()).isEqualTo("yes");
        assertThat(event.at("/stageVariables/color").asText()).isEqualTo("blue");
        assertThat(event.at("/requestContext/path").asText()).isEqualTo("/live/pets/a b");
        assertThat(event.at("/requestContext/stage").asText()).isEqualTo("live");
        assertThat(event.path("body").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"image/png, image/png, hi", "image/png, text/html, aGk=", "text/plain, text/html, hi"})
    void binaryTypesSayWhichBodiesAreNoTexts(String type, String accepted, String answered) {
        assertThat(plane.call(
                                api,
                                "POST",
                                "/live/other?how=binary",
                                "hi",
                                "Content-Type: " + type,
                                "Accept: " + accepted)
                        .text())
                .isEqualTo(answered);
    }

    @Test
    void anAccountKeepsTheRoleOfItsLogs() {
        String role = "arn:aws:iam::000000000000:role/logs";

        assertThat(client.updateAccount(change -> change.patchOperations(patch("replace", "/cloudwatchRoleArn", role))))
                .returns(role, UpdateAccountResponse::cloudwatchRoleArn);
        assertThat(client.getAccount())
                .returns(role, GetAccountResponse::cloudwatchRoleArn)
                .returns("4", GetAccountResponse::apiKeyVersion);
        assertThatThrownBy(() -> client.updateAccount(
                        change -> change.patchOperations(patch("replace", "/cloudwatchRoleArn", "logs"))))
                .isInstanceOf(BadRequestException.class);
        client.updateAccount(change -> change.patchOperations(patch("replace", "/cloudwatchRoleArn", "")));

        assertThat(client.getAccount().cloudwatchRoleArn()).isNull();
    }

    private static PatchOperation patch(String op, String path, String value) {
        return PatchOperation.builder().op(op).path(path).value(value).build();
    }

    @Test
    void aChangeIsSeenAfterADeployment() {
        Resource pet = resource("/pets/{id}");
        client.putMethod(put ->
                put.restApiId(api).resourceId(pet.id()).httpMethod("DELETE").authorizationType("NONE"));
        client.putIntegration(put -> put.restApiId(api)
                .resourceId(pet.id())
                .httpMethod("DELETE")
                .type("MOCK")
                .requestTemplates(Map.of("application/json", "{ statusCode: 200 }")));
        client.putMethodResponse(put ->
                put.restApiId(api).resourceId(pet.id()).httpMethod("DELETE").statusCode("200"));
        client.putIntegrationResponse(put -> put.restApiId(api)
                .resourceId(pet.id())
                .httpMethod("DELETE")
                .statusCode("200")
                .responseTemplates(Map.of("application/json", "{\"deleted\": true}")));
        assertThat(plane.call(api, "DELETE", "/live/pets/1").status()).isEqualTo(403);
        assertThat(client.testInvokeMethod(
                                test -> test.restApiId(api).resourceId(pet.id()).httpMethod("DELETE"))
                        .body())
                .isEqualTo("{\"deleted\": true}");

        client.createDeployment(deploy -> deploy.restApiId(api).stageName("live"));

        assertThat(plane.call(api, "DELETE", "/live/pets/1").text()).isEqualTo("{\"deleted\": true}");
        client.deleteMethod(delete -> delete.restApiId(api).resourceId(pet.id()).httpMethod("DELETE"));
    }

    @Test
    void theMethodOptionsSaysWhichPagesMayCall() {
        assertThat(plane.admits(api, "GET", "/live/pets/1", "Origin: https://page.example"))
                .isTrue();
        assertThat(plane.admits(api, "GET", "/live/pets/1", "Origin: https://other.example"))
                .isFalse();
        assertThat(plane.admits(api, "GET", "/live/other", "Origin: https://page.example"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        replace | /variables/color | green    | color=green
        add     | /variables/size  | 3        | color=blue, size=3
        remove  | /variables/color |          |
        """)
    void patchesChangeWhatTheirPathsName(String op, String path, String value, String expected) {
        client.createDeployment(
                deploy -> deploy.restApiId(api).stageName("patched").variables(Map.of("color", "blue")));

        client.updateStage(update -> update.restApiId(api)
                .stageName("patched")
                .patchOperations(
                        PatchOperation.builder().op(op).path(path).value(value).build()));

        assertThat(client.getStage(get -> get.restApiId(api).stageName("patched")).variables().entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected == null ? "" : expected);
        client.deleteStage(delete -> delete.restApiId(api).stageName("patched"));
    }

    @Test
    void settingsOfMethodsAreKeptByTheMethodThatPatchesName() {
        client.createDeployment(deploy -> deploy.restApiId(api).stageName("set"));
        patch("set", Op.REPLACE, "/*/*/metrics/enabled", "true");
        patch("set", Op.REPLACE, "/*/*/throttling/rateLimit", "12.500000");
        patch("set", Op.REPLACE, "/*/*/throttling/burstLimit", "-1");
        patch("set", Op.REPLACE, "/pets/GET/caching/ttlInSeconds", "60");
        assertThatThrownBy(() -> patch("set", Op.REPLACE, "/*/*/logging/loglevel", "INFO"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("role ARN must be set");
        client.updateAccount(update -> update.patchOperations(PatchOperation.builder()
                .op(Op.REPLACE)
                .path("/cloudwatchRoleArn")
                .value("arn:aws:iam::000000000000:role/logs")
                .build()));
        patch("set", Op.REPLACE, "/*/*/logging/loglevel", "INFO");

        Map<String, MethodSetting> settings =
                client.getStage(get -> get.restApiId(api).stageName("set")).methodSettings();
        assertThat(settings).containsOnlyKeys("*/*", "pets/GET");
        assertThat(settings.get("*/*")).satisfies(each -> {
            assertThat(each.metricsEnabled()).isTrue();
            assertThat(each.throttlingRateLimit()).isEqualTo(12.5);
            assertThat(each.throttlingBurstLimit()).isEqualTo(-1);
            assertThat(each.loggingLevel()).isEqualTo("INFO");
            assertThat(each.cacheTtlInSeconds()).isEqualTo(300);
        });
        assertThat(settings.get("pets/GET").cacheTtlInSeconds()).isEqualTo(60);
        patch("set", Op.REMOVE, "/*/*", null);
        assertThat(client.getStage(get -> get.restApiId(api).stageName("set")).methodSettings())
                .containsOnlyKeys("pets/GET");
        assertThatThrownBy(() -> patch("set", Op.REMOVE, "/*/*", null))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no method setting for this method");
        client.deleteStage(delete -> delete.restApiId(api).stageName("set"));
    }

    private void patch(String stage, Op op, String path, String value) {
        client.updateStage(update -> update.restApiId(api)
                .stageName(stage)
                .patchOperations(
                        PatchOperation.builder().op(op).path(path).value(value).build()));
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, x",
        "/stageName, other",
        "/*/*/throttling/rateLimit, fast",
        "/*/*/throttling/rateLimit, -2",
        "/*/*/logging/loglevel, DEBUG",
        "/*/*/metrics/enabled, 1",
        "/*/*/metrics/other, true",
        "/*/*/caching/unauthorizedCacheControlHeaderStrategy, NONE",
        "/cacheClusterEnabled, true"
    })
    void aPatchThatIsNotHonouredIsRefused(String path, String value) {
        assertThatThrownBy(() -> client.updateStage(update -> update.restApiId(api)
                        .stageName("live")
                        .patchOperations(PatchOperation.builder()
                                .op(Op.REPLACE)
                                .path(path)
                                .value(value)
                                .build())))
                .isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        type: aws_proxy   | type: aws
        CONVERT_TO_TEXT   | CONVERT_TO_BINARY
        "statusCode": 204     | "statusCode": $context.status
        operationId: getPet   | security: [{ api_key: [] }]
        swagger: "2.0"        | swagger: "1.0"
        /pets/{id}:           | /pets/{proxy+}/{id}:
        """)
    void aDocumentThatIsNotHonouredIsRefusedWhole(String text, String other) {
        String changed = document.replace(text, other);
        int before = client.getRestApis(get -> get.limit(500)).items().size();

        assertThat(changed).isNotEqualTo(document);
        assertThatThrownBy(() -> client.importRestApi(put -> put.body(SdkBytes.fromUtf8String(changed))))
                .isInstanceOf(BadRequestException.class);
        assertThat(client.getRestApis(get -> get.limit(500)).items()).hasSize(before);
    }

    @Test
    void aDocumentIsPutOverAnApiOrBesideIt() {
        String other = client.createRestApi(create -> create.name("other")).id();
        client.putRestApi(put -> put.restApiId(other).mode("merge").body(SdkBytes.fromUtf8String(document)));
        assertThat(paths(other)).containsExactlyInAnyOrder("/", "/pets", "/pets/{id}", "/{proxy+}");

        client.putRestApi(put -> put.restApiId(other)
                .mode("overwrite")
                .parameters(Map.of("basepath", "prepend"))
                .body(SdkBytes.fromUtf8String(document)));

        assertThat(paths(other)).containsExactlyInAnyOrder("/", "/v1", "/v1/pets", "/v1/pets/{id}", "/v1/{proxy+}");
        client.deleteRestApi(delete -> delete.restApiId(other));
    }

    private List<String> paths(String id) {
        return client.getResources(get -> get.restApiId(id)).items().stream()
                .map(Resource::path)
                .toList();
    }

    private Resource resource(String path) {
        return client.getResources(get -> get.restApiId(api)).items().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
