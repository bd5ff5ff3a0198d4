package io.laguna.emulator.apigateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.apigateway.openapi.ApiDocument;
import io.laguna.emulator.apigateway.openapi.ApiDocument.Operation;
import io.laguna.emulator.apigateway.openapi.UnreadableDocumentException;
import io.laguna.emulator.apigateway.record.ApiIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Cors;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/**
 * An HTTP API as a document of OpenAPI 3 describes it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html">OpenAPI for HTTP APIs</a>
 */
record HttpDocument(ApiDocument document, String basePath) {
    private static final String DEFAULT_PATH = "/$default";

    /**
     * Reads a document.
     *
     * @param mode what is done with the path of the server: null, {@code ignore}, {@code prepend} or {@code split}
     */
    static HttpDocument parse(String body, String mode) {
        try {
            ApiDocument document = ApiDocument.parse(body);
            if (document.isSwagger()) {
                throw HttpFailures.bad("An HTTP API is described by OpenAPI 3, not Swagger 2");
            }
            if (!document.extension(ApiDocument.GATEWAY_RESPONSES).isMissingNode()) {
                throw HttpFailures.bad("An HTTP API has no gateway responses: " + ApiDocument.GATEWAY_RESPONSES);
            }
            String handling = Optional.ofNullable(mode).orElse("ignore").toLowerCase(Locale.ROOT);
            return switch (handling) {
                case "ignore" -> new HttpDocument(document, "");
                case "prepend" -> new HttpDocument(document, document.basePath());
                case "split" -> {
                    int second = document.basePath().indexOf('/', 1);
                    yield new HttpDocument(
                            document, second < 0 ? "" : document.basePath().substring(second));
                }
                default -> throw HttpFailures.bad("Invalid basepath: " + mode);
            };
        } catch (UnreadableDocumentException e) {
            throw HttpFailures.bad(e.getMessage());
        }
    }

    /** Fills in an API's own members. */
    Api.Builder describe(Api.Builder api) {
        api.name(document.info("title").orElseThrow(() -> HttpFailures.bad("The document has no title")))
                .version(document.info("version").orElse(null))
                .description(document.info("description").orElse(null))
                .corsConfiguration(cors().orElse(null));
        JsonNode tags = document.extension("tags");
        Map<String, String> named = new HashMap<>();
        tags.forEach(tag -> {
            if (tag.has("x-amazon-apigateway-tag-value")) {
                named.put(
                        tag.path("name").asText(),
                        tag.path("x-amazon-apigateway-tag-value").asText());
            }
        });
        return named.isEmpty() ? api : api.tags(named);
    }

    /** Makes the routes and integrations. */
    void fill(HttpApi api) {
        try {
            for (Operation operation : document.operations()) {
                Optional<Integration> integration = integration(document.integration(operation));
                integration.ifPresent(api.integrations()::put);
                RouteRules.put(
                        api,
                        Route.builder()
                                .routeId(ApiIds.part())
                                .routeKey(key(operation))
                                .operationName(
                                        text(operation.body(), "operationId").orElse(null))
                                .target(integration
                                        .map(each -> "integrations/" + each.integrationId())
                                        .orElse(null))
                                .build());
            }
        } catch (UnreadableDocumentException e) {
            throw HttpFailures.bad(e.getMessage());
        }
    }

    private String key(Operation operation) {
        return operation.path().equals(DEFAULT_PATH)
                ? RouteKey.DEFAULT
                : operation.method() + " " + basePath + operation.path();
    }

    private static Optional<Integration> integration(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        CreateIntegrationRequest.Builder request = CreateIntegrationRequest.builder();
        request.integrationType(text(node, "type")
                        .map(type -> type.toUpperCase(Locale.ROOT))
                        .orElse(null))
                .integrationMethod(text(node, "httpMethod")
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .orElse(null))
                .integrationUri(text(node, "uri").orElse(null))
                .payloadFormatVersion(text(node, "payloadFormatVersion").orElse(null))
                .connectionType(text(node, "connectionType").orElse(null))
                .connectionId(text(node, "connectionId").orElse(null))
                .credentialsArn(text(node, "credentials").orElse(null))
                .integrationSubtype(text(node, "integrationSubtype").orElse(null))
                .description(text(node, "description").orElse(null));
        if (node.path("timeoutInMillis").canConvertToInt()) {
            request.timeoutInMillis(node.path("timeoutInMillis").intValue());
        }
        if (node.path("requestParameters").size()
                        + node.path("responseParameters").size()
                > 0) {
            throw HttpFailures.notBuilt("parameter mapping (requestParameters, responseParameters)");
        }
        return Optional.of(IntegrationRules.integration(request.build(), ApiIds.part()));
    }

    private Optional<Cors> cors() {
        JsonNode node = document.extension("x-amazon-apigateway-cors");
        if (!node.isObject()) {
            return Optional.empty();
        }
        Cors.Builder cors = Cors.builder();
        Map<String, BiConsumer<Cors.Builder, List<String>>> lists = Map.of(
                "allowOrigins", Cors.Builder::allowOrigins,
                "allowMethods", Cors.Builder::allowMethods,
                "allowHeaders", Cors.Builder::allowHeaders,
                "exposeHeaders", Cors.Builder::exposeHeaders);
        lists.forEach((member, set) -> texts(node.path(member)).ifPresent(values -> set.accept(cors, values)));
        given(node, "maxAge", JsonNode::intValue).ifPresent(cors::maxAge);
        given(node, "allowCredentials", JsonNode::booleanValue).ifPresent(cors::allowCredentials);
        Cors made = cors.build();
        CorsRules.check(made);
        return Optional.of(made);
    }

    private static Optional<List<String>> texts(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(List.of(node.textValue()));
        }
        return node.isArray()
                ? Optional.of(new ArrayList<>(StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String member) {
        return given(node, member, JsonNode::asText);
    }

    private static <T> Optional<T> given(JsonNode node, String member, Function<JsonNode, T> read) {
        return Optional.of(node.path(member))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(read);
    }
}
