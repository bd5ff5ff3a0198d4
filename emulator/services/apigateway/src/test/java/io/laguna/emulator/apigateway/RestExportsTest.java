package io.laguna.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.GetExportResponse;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;

@ExtendWith(ApiLake.class)
class RestExportsTest {
    private static final String DOCUMENT =
            """
            openapi: 3.0.1
            info: {title: pets, version: '7', description: All of them}
            x-amazon-apigateway-binary-media-types: [image/png]
            paths:
              /pets/{id}:
                get:
                  operationId: getPet
                  parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: full, in: query, required: false, schema: {type: string}}
                  responses:
                    '200': {description: ok, headers: {X-Total: {schema: {type: string}}}}
                  x-amazon-apigateway-integration:
                    type: mock
                    requestTemplates: {application/json: '{"statusCode": 200}'}
                    responses:
                      default: {statusCode: '200', responseParameters: {method.response.header.X-Total: "'3'"}}
              /{proxy+}:
                x-amazon-apigateway-any-method:
                  x-amazon-apigateway-integration:
                    type: aws_proxy
                    httpMethod: POST
                    uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:f/invocations
                    timeoutInMillis: 5000
            """;

    private final ApiGateway gateway;
    private final ApiGatewayClient client;

    RestExportsTest(ApiLake.Running lake) {
        this.gateway = lake.open();
        this.client = Rooms.of(ApiGatewayClient.class, gateway.rest().rooms(EngineLake.CALLER))
                .client();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private String deployed(String document) {
        String api = client.importRestApi(make -> make.body(SdkBytes.fromUtf8String(document)))
                .id();
        client.createDeployment(create -> create.restApiId(api).stageName("live"));
        return api;
    }

    private GetExportResponse export(String api, String kind, String type, Map<String, String> parameters) {
        return client.getExport(get -> get.restApiId(api)
                .stageName("live")
                .exportType(kind)
                .accepts(type)
                .parameters(parameters));
    }

    @ParameterizedTest
    @CsvSource({
        "oas30, application/json",
        "oas30, application/yaml",
        "swagger, application/json",
        "swagger, application/yaml"
    })
    void whatIsExportedCanBeImportedAndExportedAgain(String kind, String type) throws IOException {
        Map<String, String> extensions = Map.of("extensions", "apigateway");
        String api = deployed(DOCUMENT);
        GetExportResponse first = export(api, kind, type, extensions);
        GetExportResponse second = export(deployed(first.body().asUtf8String()), kind, type, extensions);

        assertThat(first.contentType()).isEqualTo(type);
        assertThat(first.contentDisposition())
                .isEqualTo(
                        "attachment; filename=\"" + kind + "_pets." + type.substring("application/".length()) + "\"");
        JsonNode document = placeless(first);
        assertThat(document).isEqualTo(placeless(second));
        assertThat(document.at("/info").toString())
                .isEqualTo("{\"title\":\"pets\",\"description\":\"All of them\",\"version\":\"7\"}");
        assertThat(document.at("/paths/~1pets~1{id}/get/parameters")).hasSize(2);
        assertThat(document.at("/paths/~1{proxy+}/x-amazon-apigateway-any-method/x-amazon-apigateway-integration/uri")
                        .asText())
                .endsWith("function:f/invocations");
    }

    /** Returns a document without the place of its API, which is another one for each. */
    private static JsonNode placeless(GetExportResponse export) throws IOException {
        ObjectNode document = (ObjectNode)
                new ObjectMapper(new YAMLFactory()).readTree(export.body().asUtf8String());
        return document.without(List.of("servers", "host"));
    }

    @Test
    void withoutExtensionsADocumentHasWhatOpenApiKnows() throws IOException {
        JsonNode document = placeless(export(deployed(DOCUMENT), "oas30", null, Map.of()));

        assertThat(document.path("paths").fieldNames()).toIterable().containsExactly("/pets/{id}");
        assertThat(document.toString()).doesNotContain("x-amazon");
    }

    @Test
    void anExportIsOfWhatIsDeployed() {
        String api = deployed(DOCUMENT);
        client.putRestApi(put -> put.restApiId(api)
                .mode("overwrite")
                .body(SdkBytes.fromUtf8String(
                        "{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"none\"}, \"paths\": {}}")));

        assertThat(export(api, "oas30", null, Map.of()).body().asUtf8String()).contains("/pets/{id}", "\"pets\"");
    }

    @Test
    void whatNobodyOffersIsRefused() {
        String api = deployed(DOCUMENT);

        assertThatThrownBy(() -> export(api, "raml", null, Map.of())).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> export(api, "oas30", "text/plain", Map.of())).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> export(api, "oas30", null, Map.of("extensions", "postman")))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> client.getExport(
                        get -> get.restApiId(api).stageName("none").exportType("oas30")))
                .isInstanceOf(NotFoundException.class);
    }
}
