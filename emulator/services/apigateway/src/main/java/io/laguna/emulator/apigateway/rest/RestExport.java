package io.laguna.emulator.apigateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.laguna.emulator.apigateway.openapi.ApiDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.MethodResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;

/**
 * A deployed REST API as a document of OpenAPI 3 or Swagger 2, which {@link RestDocument} reads.
 *
 * @param host by which the API is called
 * @param integrations whether the document has API Gateway's extensions
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-export-api.html">Export of REST APIs</a>
 */
record RestExport(RestSnapshot deployed, String host, String stage, boolean swagger, boolean integrations) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final String ANY = "ANY";

    String text(boolean yaml) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(swagger ? "swagger" : "openapi", swagger ? "2.0" : "3.0.1");
        ObjectNode info = root.putObject("info").put("title", deployed.api().name());
        Optional.ofNullable(deployed.api().description()).ifPresent(text -> info.put("description", text));
        info.put("version", Optional.ofNullable(deployed.api().version()).orElse("1.0"));
        place(root);
        ObjectNode paths = root.putObject("paths");
        deployed.resources().stream()
                .filter(Resource::hasResourceMethods)
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .forEach(resource -> new TreeMap<>(resource.resourceMethods())
                        .values()
                        .forEach(method -> operation(paths, resource.path(), method)));
        List<String> binary = deployed.api().binaryMediaTypes();
        if (integrations && !binary.isEmpty()) {
            binary.forEach(root.putArray("x-amazon-apigateway-binary-media-types")::add);
        }
        if (integrations && !deployed.gatewayResponses().isEmpty()) {
            ObjectNode responses = root.putObject(ApiDocument.GATEWAY_RESPONSES);
            deployed.gatewayResponses().forEach(response -> gatewayResponse(responses, response));
        }
        try {
            return (yaml ? YAML : JSON).writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void gatewayResponse(ObjectNode responses, GatewayResponse response) {
        ObjectNode node = responses.putObject(response.responseTypeAsString());
        put(node, "statusCode", response.statusCode());
        texts(node, "responseParameters", response.responseParameters());
        texts(node, "responseTemplates", response.responseTemplates());
    }

    private void place(ObjectNode root) {
        if (swagger) {
            root.put("host", host)
                    .put("basePath", "/" + stage)
                    .putArray("schemes")
                    .add("https");
            return;
        }
        ObjectNode server = root.putArray("servers").addObject().put("url", "https://" + host + "/{basePath}");
        server.putObject("variables").putObject("basePath").put("default", stage);
    }

    private void operation(ObjectNode paths, String path, Method method) {
        boolean any = method.httpMethod().equals(ANY);
        if (any && !integrations) {
            return;
        }
        ObjectNode operation = paths.withObjectProperty(path)
                .putObject(
                        any
                                ? "x-amazon-apigateway-any-method"
                                : method.httpMethod().toLowerCase(Locale.ROOT));
        Optional.ofNullable(method.operationName()).ifPresent(name -> operation.put("operationId", name));
        new TreeMap<>(method.requestParameters()).forEach((name, required) -> parameter(operation, name, required));
        ObjectNode responses = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(method.methodResponses()).values().forEach(response -> response(responses, response));
        if (!responses.isEmpty() || !integrations) {
            operation.set("responses", responses);
        }
        if (integrations && method.methodIntegration() != null) {
            integration(operation.putObject("x-amazon-apigateway-integration"), method.methodIntegration());
        }
    }

    /** Adds a parameter such as {@code method.request.querystring.page}. */
    private void parameter(ObjectNode operation, String name, boolean required) {
        String[] parts = name.split("\\.", 4);
        ObjectNode parameter = operation
                .withArrayProperty("parameters")
                .addObject()
                .put("name", parts[3])
                .put("in", parts[2].equals("querystring") ? "query" : parts[2])
                .put("required", required || parts[2].equals("path"));
        typed(parameter);
    }

    private void response(ObjectNode responses, MethodResponse response) {
        ObjectNode node =
                responses.putObject(response.statusCode()).put("description", response.statusCode() + " response");
        new TreeMap<>(response.responseParameters())
                .keySet()
                .forEach(name -> typed(node.withObjectProperty("headers").putObject(name.split("\\.", 4)[3])));
    }

    private void typed(ObjectNode node) {
        (swagger ? node : node.putObject("schema")).put("type", "string");
    }

    private static void integration(ObjectNode node, Integration integration) {
        node.put("type", integration.typeAsString().toLowerCase(Locale.ROOT));
        put(node, "httpMethod", integration.httpMethod());
        put(node, "uri", integration.uri());
        put(node, "credentials", integration.credentials());
        put(node, "connectionType", integration.connectionTypeAsString());
        put(node, "connectionId", integration.connectionId());
        put(node, "contentHandling", integration.contentHandlingAsString());
        put(
                node,
                "passthroughBehavior",
                Optional.ofNullable(integration.passthroughBehavior())
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .orElse(null));
        Optional.ofNullable(integration.timeoutInMillis()).ifPresent(time -> node.put("timeoutInMillis", time));
        texts(node, "requestParameters", integration.requestParameters());
        texts(node, "requestTemplates", integration.requestTemplates());
        new TreeMap<>(integration.integrationResponses()).values().forEach(response -> {
            String pattern = Optional.ofNullable(response.selectionPattern())
                    .filter(text -> !text.isEmpty())
                    .orElse("default");
            ObjectNode answer = node.withObjectProperty("responses").putObject(pattern);
            answer.put("statusCode", response.statusCode());
            texts(answer, "responseParameters", response.responseParameters());
            texts(answer, "responseTemplates", response.responseTemplates());
        });
    }

    private static void put(ObjectNode node, String member, String text) {
        Optional.ofNullable(text).ifPresent(value -> node.put(member, value));
    }

    private static void texts(ObjectNode node, String member, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode all = node.putObject(member);
            new TreeMap<>(texts).forEach(all::put);
        }
    }
}
