package io.laguna.emulator.apigateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.apigateway.openapi.ApiDocument;
import io.laguna.emulator.apigateway.openapi.ApiDocument.Operation;
import io.laguna.emulator.apigateway.openapi.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.EndpointConfiguration;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.IntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.MethodResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/**
 * A REST API as a document of OpenAPI 3 or Swagger 2 describes it.
 *
 * @param basePath in front of every path
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html">OpenAPI for REST
 *     APIs</a>
 */
record RestDocument(ApiDocument document, String basePath) {

    /**
     * Reads a document.
     *
     * @param parameters of the request, of which {@code basepath} and {@code endpointConfigurationTypes} are known
     */
    static RestDocument parse(String text, Map<String, String> parameters) {
        try {
            ApiDocument document = ApiDocument.parse(text);
            String mode = parameters.getOrDefault("basepath", "ignore").toLowerCase(Locale.ROOT);
            String base = document.basePath();
            int second = base.indexOf('/', 1);
            return switch (mode) {
                case "ignore" -> new RestDocument(document, "");
                case "prepend" -> new RestDocument(document, base);
                case "split" -> new RestDocument(document, second < 0 ? "" : base.substring(second));
                default -> throw RestFailures.bad("Invalid basepath: " + mode);
            };
        } catch (UnreadableDocumentException e) {
            throw RestFailures.bad(e.getMessage());
        }
    }

    /** Fills in an API's own members, where the document has them. */
    RestApi.Builder describe(RestApi.Builder api, Map<String, String> parameters) {
        document.info("title").ifPresent(api::name);
        document.info("description").ifPresent(api::description);
        document.info("version").ifPresent(api::version);
        List<String> types = new ArrayList<>();
        document.extension("x-amazon-apigateway-binary-media-types").forEach(type -> types.add(type.asText()));
        if (!types.isEmpty()) {
            api.binaryMediaTypes(types);
        }
        Optional.ofNullable(parameters.get("endpointConfigurationTypes"))
                .ifPresent(type -> api.endpointConfiguration(
                        EndpointConfiguration.builder().typesWithStrings(type).build()));
        return warned(api);
    }

    /** Makes the resources, methods and gateway responses; those that there are already are replaced. */
    void fill(KeptApi api) {
        try {
            for (Operation operation : document.operations()) {
                Resource resource = resource(api, basePath + operation.path());
                api.put(resource, method(resource, operation));
            }
            document.extension(ApiDocument.GATEWAY_RESPONSES).properties().forEach(response -> api.gatewayResponses()
                    .put(gatewayResponse(response.getKey(), document.resolved(response.getValue()))));
        } catch (UnreadableDocumentException e) {
            throw RestFailures.bad(e.getMessage());
        }
    }

    /** Tells that schemas are not kept: without validators they say nothing that a request is measured by. */
    private RestApi.Builder warned(RestApi.Builder api) {
        boolean schemas = !document.root().at("/components/schemas").isEmpty()
                || !document.root().path("definitions").isEmpty();
        return schemas ? api.warnings("Laguna keeps no models: the schemas of the document are without effect") : api;
    }

    private static Resource resource(KeptApi api, String path) {
        Resource found = api.resource(api.api().rootResourceId());
        for (String part : path.split("/", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            Resource parent = found;
            found = api.resources().all().stream()
                    .filter(each -> parent.id().equals(each.parentId()) && part.equals(each.pathPart()))
                    .findFirst()
                    .orElseGet(() -> RestResources.add(api, parent, part));
        }
        return found;
    }

    private Method method(Resource resource, Operation operation) {
        JsonNode body = operation.body();
        Map<String, Boolean> parameters = new TreeMap<>();
        for (JsonNode each : body.path("parameters")) {
            JsonNode parameter = document.resolved(each);
            place(parameter.path("in").asText())
                    .ifPresent(place -> parameters.put(
                            "method.request." + place + "."
                                    + parameter.path("name").asText(),
                            parameter.path("required").asBoolean()));
        }
        Map<String, MethodResponse> responses = new HashMap<>();
        for (Map.Entry<String, JsonNode> response : body.path("responses").properties()) {
            if (response.getKey().matches("[1-5]\\d\\d")) {
                responses.put(response.getKey(), response(response.getKey(), document.resolved(response.getValue())));
            }
        }
        Method.Builder method = Method.builder()
                .httpMethod(operation.method())
                .authorizationType("NONE")
                .apiKeyRequired(false)
                .operationName(RestJson.text(body, "operationId").orElse(null))
                .requestParameters(parameters.isEmpty() ? null : parameters)
                .methodResponses(responses.isEmpty() ? null : responses);
        JsonNode integration = document.integration(operation);
        if (integration.isObject()) {
            method.methodIntegration(integration(resource, integration));
        }
        return MethodRules.checked(method.build());
    }

    private static MethodResponse response(String status, JsonNode body) {
        Map<String, Boolean> headers = new TreeMap<>();
        body.path("headers")
                .fieldNames()
                .forEachRemaining(name -> headers.put("method.response.header." + name, false));
        return MethodResponse.builder()
                .statusCode(status)
                .responseParameters(headers.isEmpty() ? null : headers)
                .build();
    }

    private static GatewayResponse gatewayResponse(String type, JsonNode node) {
        GatewayResponse.Builder response = GatewayResponse.builder()
                .responseType(type)
                .statusCode(RestJson.text(node, "statusCode").orElse(null));
        RestJson.texts(node, "responseParameters").ifPresent(response::responseParameters);
        RestJson.texts(node, "responseTemplates").ifPresent(response::responseTemplates);
        return RestGatewayResponses.checked(response.build());
    }

    private static Integration integration(Resource resource, JsonNode node) {
        Integration.Builder given = Integration.builder()
                .type(RestJson.text(node, "type")
                        .map(type -> type.toUpperCase(Locale.ROOT))
                        .orElse(null))
                .httpMethod(RestJson.text(node, "httpMethod")
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .orElse(null))
                .uri(RestJson.text(node, "uri").orElse(null))
                .credentials(RestJson.text(node, "credentials").orElse(null))
                .connectionType(RestJson.text(node, "connectionType").orElse(null))
                .connectionId(RestJson.text(node, "connectionId").orElse(null))
                .contentHandling(RestJson.text(node, "contentHandling").orElse(null))
                .passthroughBehavior(RestJson.text(node, "passthroughBehavior")
                        .map(text -> text.toUpperCase(Locale.ROOT))
                        .orElse(null));
        RestJson.texts(node, "requestParameters").ifPresent(given::requestParameters);
        RestJson.texts(node, "requestTemplates").ifPresent(given::requestTemplates);
        if (node.path("timeoutInMillis").canConvertToInt()) {
            given.timeoutInMillis(node.path("timeoutInMillis").intValue());
        }
        Integration integration = RestIntegrations.withDefaults(given.build(), resource.id());
        Map<String, IntegrationResponse> responses = new HashMap<>();
        for (Map.Entry<String, JsonNode> response : node.path("responses").properties()) {
            IntegrationResponse.Builder answer = IntegrationResponse.builder()
                    .statusCode(response.getValue().path("statusCode").asText())
                    .selectionPattern(response.getKey().equals("default") ? null : response.getKey());
            RestJson.texts(response.getValue(), "responseParameters").ifPresent(answer::responseParameters);
            RestJson.texts(response.getValue(), "responseTemplates").ifPresent(answer::responseTemplates);
            IntegrationResponse checked = RestIntegrationRules.checked(integration, answer.build());
            responses.put(checked.statusCode(), checked);
        }
        return responses.isEmpty()
                ? integration
                : integration.toBuilder().integrationResponses(responses).build();
    }

    private static Optional<String> place(String in) {
        return switch (in) {
            case "path", "header" -> Optional.of(in);
            case "query" -> Optional.of("querystring");
            default -> Optional.empty();
        };
    }
}
