package io.laguna.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testlake.BuiltEngine;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;
import software.amazon.awssdk.services.apigateway.model.GetGatewayResponseResponse;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/** Tests of the gateway responses of REST APIs: what the operations answer, and what clients get. */
@ExtendWith({BuiltEngine.Python.class, ApiLake.class})
class GatewayResponsesTest {
    private static final String ORIGIN = "gatewayresponse.header.Access-Control-Allow-Origin";
    private static final String TEMPLATE = "{\"message\":$context.error.messageString}";
    private static final GatewayResponseType NO_METHOD = GatewayResponseType.MISSING_AUTHENTICATION_TOKEN;

    private final ApiLake.Running lake;
    private ApiGateway gateway;
    private ApiGatewayClient client;
    private PlaneClient plane;
    private String document;
    private String api;

    GatewayResponsesTest(ApiLake.Running lake) {
        this.lake = lake;
    }

    @BeforeEach
    void open() {
        gateway = lake.open();
        client = Rooms.of(ApiGatewayClient.class, gateway.rest().rooms(EngineLake.CALLER))
                .client();
        plane = new PlaneClient(gateway);
        document =
                Documents.read("rest-swagger.yaml", lake.function("responses-" + System.nanoTime(), PlaneClient.ECHO));
        api = client.importRestApi(put -> put.body(SdkBytes.fromUtf8String(document)))
                .id();
        deploy();
    }

    @AfterEach
    void close() {
        client.deleteRestApi(delete -> delete.restApiId(api));
        gateway.close();
    }

    private void deploy() {
        client.createDeployment(
                deploy -> deploy.restApiId(api).stageName("live").variables(Map.of("color", "blue")));
    }

    private GetGatewayResponseResponse get(GatewayResponseType type) {
        return client.getGatewayResponse(get -> get.restApiId(api).responseType(type));
    }

    @Test
    void aTypeHasTheValuesOfAwsThenThoseOfItsClassThenItsOwn() {
        assertThat(get(NO_METHOD)).satisfies(response -> {
            assertThat(response.defaultResponse()).isTrue();
            assertThat(response.statusCode()).isEqualTo("403");
            assertThat(response.responseTemplates()).containsExactly(Map.entry("application/json", TEMPLATE));
        });
        assertThat(get(GatewayResponseType.DEFAULT_4_XX).statusCode()).isNull();

        client.putGatewayResponse(put -> put.restApiId(api)
                .responseType(GatewayResponseType.DEFAULT_4_XX)
                .statusCode("444")
                .responseParameters(Map.of(ORIGIN, "'*'")));
        assertThat(get(NO_METHOD)).satisfies(response -> {
            assertThat(response.defaultResponse()).isTrue();
            assertThat(response.statusCode()).isEqualTo("444");
            assertThat(response.responseParameters()).containsEntry(ORIGIN, "'*'");
        });

        client.putGatewayResponse(put -> put.restApiId(api).responseType(NO_METHOD));
        assertThat(get(NO_METHOD)).satisfies(response -> {
            assertThat(response.defaultResponse()).isFalse();
            assertThat(response.statusCode()).isEqualTo("403");
            assertThat(response.responseParameters()).isEmpty();
        });

        client.deleteGatewayResponse(delete -> delete.restApiId(api).responseType(NO_METHOD));
        assertThat(get(NO_METHOD).statusCode()).isEqualTo("444");
        assertThatThrownBy(() -> client.deleteGatewayResponse(
                        delete -> delete.restApiId(api).responseType(NO_METHOD)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Gateway response type not defined on api");
    }

    @Test
    void theListHasEveryTypeInTheOrderOfTheNames() {
        assertThat(client.getGatewayResponses(all -> all.restApiId(api)).items())
                .hasSize(21)
                .extracting(GatewayResponse::responseTypeAsString)
                .isSorted()
                .startsWith("ACCESS_DENIED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
        replace | /statusCode                               | 499 | -
        add     | /responseParameters/gatewayresponse.header.X | "x" | -
        remove  | /responseParameters/gatewayresponse.header.Y | - | -
        add     | /statusCode                               | 499 | Invalid patch path /statusCode
        remove  | /statusCode                               | -   | Invalid patch path /statusCode
        replace | /wrong                                    | 1   | Invalid patch path /wrong
        replace | -                                         | 1   | Invalid patch path null
        replace | /responseParameters/gatewayresponse.header.X | "x" | Invalid parameter name specified
        add     | /responseTemplates/application~1json      | -   | Invalid null or empty value in responseTemplates
        add     | /responseParameters/gatewayresponse.header.X | -  | Invalid null or empty value in responseParameters
        add     | /responseParameters/gatewayresponse.header.X | x  | Invalid mapping expression specified
        """)
    void aPatchIsTakenOrRefusedInTheWordsOfAws(String op, String path, String value, String refusal) {
        client.putGatewayResponse(put -> put.restApiId(api)
                .responseType(NO_METHOD)
                .responseParameters(Map.of("gatewayresponse.header.Y", "'y'")));
        PatchOperation operation = PatchOperation.builder()
                .op(op)
                .path(path)
                .value(Optional.ofNullable(value)
                        .map(text -> text.replace('"', '\''))
                        .orElse(null))
                .build();

        if (refusal == null) {
            client.updateGatewayResponse(
                    update -> update.restApiId(api).responseType(NO_METHOD).patchOperations(operation));
            assertThat(get(NO_METHOD).defaultResponse()).isFalse();
        } else {
            assertThatThrownBy(() -> client.updateGatewayResponse(update ->
                            update.restApiId(api).responseType(NO_METHOD).patchOperations(operation)))
                    .hasMessageContaining(refusal);
        }
    }

    @Test
    void aTypeThatIsNoneIsRefused() {
        assertThatThrownBy(() ->
                        client.putGatewayResponse(put -> put.restApiId(api).responseType("FAKE")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Member must satisfy enum value set");
    }

    @Test
    void clientsSeeAResponseFromTheNextDeploymentOn() {
        client.putGatewayResponse(put -> put.restApiId(api)
                .responseType(NO_METHOD)
                .statusCode("404")
                .responseParameters(Map.of(
                        ORIGIN,
                        "'*'",
                        "gatewayresponse.header.X-Sent",
                        "method.request.header.X-Mine",
                        "gatewayresponse.header.X-Query",
                        "method.request.querystring.q",
                        "gatewayresponse.header.X-None",
                        "method.request.header.X-Other"))
                .responseTemplates(Map.of(
                        "application/json",
                        "{\"message\": $context.error.messageString, \"type\": \"$context.error.responseType\","
                                + " \"stage\": \"$context.stage\", \"color\": \"$stageVariables.color\","
                                + " \"mine\": \"$method.request.header.X-Mine\", \"#if\": \"$none\"}")));
        assertThat(plane.call(api, "PUT", "/live/pets/1").status()).isEqualTo(403);

        deploy();
        PlaneClient.Reply reply = plane.call(api, "PUT", "/live/pets/1?q=7", "", "X-Mine: yes");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text())
                .isEqualTo("{\"message\": \"Missing Authentication Token\", \"type\": \"MISSING_AUTHENTICATION_TOKEN\","
                        + " \"stage\": \"live\", \"color\": \"blue\", \"mine\": \"yes\", \"#if\": \"$none\"}");
        assertThat(reply.headers())
                .containsKeys("access-control-allow-origin", "x-amzn-errortype")
                .doesNotContainKey("x-none");
        assertThat(reply.headers().get("x-sent")).isEqualTo("yes");
        assertThat(reply.headers().get("x-query")).isEqualTo("7");
    }

    @Test
    void aTemplateKnowsTheResourceAndShortNamesAreEmpty() {
        client.putGatewayResponse(put -> put.restApiId(api)
                .responseType(GatewayResponseType.DEFAULT_5_XX)
                .responseTemplates(Map.of(
                        "application/json", "{\"at\": \"$context.resourcePath\", \"of\": \"$method.request.path\"}")));
        deploy();

        assertThat(plane.call(api, "GET", "/live/pets/1?how=raise").text())
                .isEqualTo("{\"at\": \"/pets/{id}\", \"of\": \"\"}");
    }

    @Test
    void aClassOfTypesIsForWhatFunctionsDoWrongAndKeepsTheirStatus() {
        client.putGatewayResponse(put -> put.restApiId(api)
                .responseType(GatewayResponseType.DEFAULT_5_XX)
                .responseParameters(Map.of(ORIGIN, "'*'")));
        deploy();

        PlaneClient.Reply reply = plane.call(api, "GET", "/live/pets/1?how=raise");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.text()).isEqualTo("{\"message\":\"Internal server error\"}");
        assertThat(reply.headers().get("access-control-allow-origin")).isEqualTo("*");
    }

    @Test
    void aDocumentHasThemAndSoHasItsExport() {
        String extended = document
                + "\nx-amazon-apigateway-gateway-responses:\n  DEFAULT_4XX:\n    statusCode: 418\n"
                + "    responseParameters:\n      " + ORIGIN + ": \"'*'\"\n";
        client.putRestApi(put -> put.restApiId(api).mode("overwrite").body(SdkBytes.fromUtf8String(extended)));
        deploy();
        String exported = client.getExport(export -> export.restApiId(api)
                        .stageName("live")
                        .exportType("oas30")
                        .parameters(Map.of("extensions", "apigateway")))
                .body()
                .asUtf8String();

        client.putRestApi(put -> put.restApiId(api).mode("overwrite").body(SdkBytes.fromUtf8String(document)));
        assertThat(get(NO_METHOD).statusCode()).isEqualTo("403");
        client.putRestApi(put -> put.restApiId(api).mode("overwrite").body(SdkBytes.fromUtf8String(exported)));
        deploy();

        assertThat(plane.call(api, "PUT", "/live/pets/1").status()).isEqualTo(418);
    }
}
