package io.laguna.emulator.apigateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Cors;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/**
 * An HTTP API as a document of OpenAPI 3.
 *
 * @param extended whether API Gateway's extensions are in it, by which it can be imported again
 */
record HttpExport(Api api, Snapshot shown, boolean extended) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}+]+)\\+?}");

    String text(boolean yaml) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.1");
        ObjectNode info = root.putObject("info").put("title", api.name());
        Optional.ofNullable(api.description()).ifPresent(text -> info.put("description", text));
        info.put("version", Optional.ofNullable(api.version()).orElse("1.0"));
        root.putArray("servers").addObject().put("url", api.apiEndpoint());
        ObjectNode paths = root.putObject("paths");
        shown.routes().forEach(route -> operation(paths, route));
        if (extended) {
            Optional.ofNullable(api.corsConfiguration())
                    .ifPresent(cors -> cors(root.putObject("x-amazon-apigateway-cors"), cors));
            root.put("x-amazon-apigateway-importexport-version", "1.0");
        }
        try {
            return (yaml ? YAML : JSON).writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void operation(ObjectNode paths, Route route) {
        RouteKey key = RouteKey.parse(route.routeKey());
        String path = key.isDefault() ? "/$default" : key.path();
        boolean any = key.isDefault() || key.method().equals("ANY");
        if (any && !extended) {
            return;
        }
        ObjectNode operation = paths.withObjectProperty(path)
                .putObject(any ? "x-amazon-apigateway-any-method" : key.method().toLowerCase(Locale.ROOT));
        Optional.ofNullable(route.operationName()).ifPresent(name -> operation.put("operationId", name));
        Matcher variables = VARIABLE.matcher(key.path());
        while (variables.find()) {
            ObjectNode parameter = operation.withArrayProperty("parameters").addObject();
            parameter.put("name", variables.group(1)).put("in", "path").put("required", true);
            parameter.putObject("schema").put("type", "string");
        }
        operation.putObject("responses").putObject("default").put("description", "Default response for " + key.text());
        if (extended) {
            shown.integrations().stream()
                    .filter(each -> ("integrations/" + each.integrationId()).equals(route.target()))
                    .findFirst()
                    .ifPresent(integration ->
                            integration(operation.putObject("x-amazon-apigateway-integration"), integration));
        }
    }

    private static void integration(ObjectNode node, Integration integration) {
        node.put("payloadFormatVersion", integration.payloadFormatVersion())
                .put("type", integration.integrationTypeAsString().toLowerCase(Locale.ROOT))
                .put("httpMethod", integration.integrationMethod())
                .put("uri", integration.integrationUri())
                .put("connectionType", integration.connectionTypeAsString())
                .put("timeoutInMillis", integration.timeoutInMillis());
        Optional.ofNullable(integration.credentialsArn()).ifPresent(role -> node.put("credentials", role));
    }

    private static void cors(ObjectNode node, Cors cors) {
        list(node, "allowOrigins", cors.allowOrigins());
        list(node, "allowMethods", cors.allowMethods());
        list(node, "allowHeaders", cors.allowHeaders());
        list(node, "exposeHeaders", cors.exposeHeaders());
        Optional.ofNullable(cors.maxAge()).ifPresent(age -> node.put("maxAge", age));
        Optional.ofNullable(cors.allowCredentials()).ifPresent(allowed -> node.put("allowCredentials", allowed));
    }

    private static void list(ObjectNode node, String member, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(node.putArray(member)::add);
        }
    }
}
