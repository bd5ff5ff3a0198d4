package io.laguna.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** Tests of HTTP APIs that documents of OpenAPI describe, and of the documents of APIs. */
@ExtendWith(ApiLake.class)
class HttpImportsTest {
    private static final String DOCUMENT =
            Documents.read("http-openapi.yaml", "arn:aws:lambda:eu-west-1:123456789012:function:pets");

    private final ApiGateway gateway;
    private final ApiGatewayV2Client client;

    HttpImportsTest(ApiLake.Running lake) {
        this.gateway = lake.open();
        this.client = Rooms.of(ApiGatewayV2Client.class, gateway.http().rooms(EngineLake.CALLER))
                .client();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({"ignore, GET /pets/{id}", "prepend, GET /v1/pets/{id}", "split, GET /pets/{id}"})
    void aDocumentMakesRoutesIntegrationsAndCors(String basepath, String route) {
        var api = client.importApi(put -> put.body(DOCUMENT).basepath(basepath));

        assertThat(api.name()).isEqualTo("imported");
        assertThat(api.corsConfiguration().allowOrigins()).containsExactly("https://page.example");
        assertThat(routes(api.apiId())).containsExactlyInAnyOrder(route, "$default");
        assertThat(client.getIntegrations(get -> get.apiId(api.apiId())).items())
                .allSatisfy(integration ->
                        assertThat(integration.payloadFormatVersion()).isEqualTo("2.0"));
        client.deleteApi(delete -> delete.apiId(api.apiId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "YAML"})
    void anExportedApiIsImportedAgainAsItWas(String type) {
        String first = client.importApi(put -> put.body(DOCUMENT)).apiId();
        String exported = client.exportApi(
                        export -> export.apiId(first).specification("OAS30").outputType(type))
                .body()
                .asUtf8String();

        String second = client.importApi(put -> put.body(exported)).apiId();

        assertThat(routes(second)).isEqualTo(routes(first));
        assertThat(client.getApi(get -> get.apiId(second)).corsConfiguration())
                .isEqualTo(client.getApi(get -> get.apiId(first)).corsConfiguration());
        List.of(first, second).forEach(id -> client.deleteApi(delete -> delete.apiId(id)));
    }

    @Test
    void aDocumentReplacesWhatAnApiHad() {
        String api = client.importApi(put -> put.body(DOCUMENT)).apiId();

        client.reimportApi(put -> put.apiId(api).body(DOCUMENT.replace("/pets/{id}", "/animals/{id}")));

        assertThat(routes(api)).containsExactlyInAnyOrder("GET /animals/{id}", "$default");
        client.deleteApi(delete -> delete.apiId(api));
    }

    @Test
    void gatewayResponsesAreThoseOfRestApis() {
        String changed = DOCUMENT + "\nx-amazon-apigateway-gateway-responses: {DEFAULT_4XX: {}}\n";

        assertThatThrownBy(() -> client.importApi(put -> put.body(changed)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("x-amazon-apigateway-gateway-responses");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        openapi: 3.0.1      | swagger: "2.0"
        openapi: 3.0.1      | nothing: 1
        operationId: getPet | security: [{ jwt: [] }]
        type: aws_proxy     | type: mock
        allowMethods: [GET] | allowMethods: [FETCH]
        /pets/{id}:         | /pets/{id+}/more:
        integrations/pets   | integrations/none
        { $ref: '#/components/x-amazon-apigateway-integrations/pets' } | pets
        info:               | "info: {
        """)
    void aDocumentThatIsNotHonouredIsRefusedWhole(String text, String other) {
        int before = client.getApis(get -> {}).items().size();
        String changed = DOCUMENT.replace(text, other);

        assertThat(changed).isNotEqualTo(DOCUMENT);
        assertThatThrownBy(() -> client.importApi(put -> put.body(changed))).isInstanceOf(BadRequestException.class);
        assertThat(client.getApis(get -> {}).items()).hasSize(before);
    }

    private List<String> routes(String api) {
        return client.getRoutes(get -> get.apiId(api)).items().stream()
                .map(Route::routeKey)
                .sorted()
                .toList();
    }
}
