package io.laguna.emulator.apigateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document of OpenAPI 3 or Swagger 2, in JSON or YAML, with API Gateway's extensions.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html">Extensions of
 *     OpenAPI</a>
 */
public record ApiDocument(JsonNode root) {
    /** The extension with the answers that a REST API gives itself. */
    public static final String GATEWAY_RESPONSES = "x-amazon-apigateway-gateway-responses";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", ANY);
    private static final int LONGEST = 6 << 20;

    /** The extensions that say who may call, or what Laguna would not honour. */
    private static final List<String> NOT_BUILT =
            List.of("x-amazon-apigateway-policy", "x-amazon-apigateway-request-validator");

    /**
     * An operation.
     *
     * @param method in upper case; {@code ANY} for all
     */
    public record Operation(String path, String method, JsonNode body) {}

    /**
     * Reads a document.
     *
     * @throws UnreadableDocumentException when it is none
     */
    public static ApiDocument parse(String text) {
        if (text.length() > LONGEST) {
            throw new UnreadableDocumentException("The document is larger than 6 MB");
        }
        try {
            // JSON is YAML.
            JsonNode root = Optional.ofNullable(YAML.readTree(text)).orElse(MissingNode.getInstance());
            ApiDocument document = new ApiDocument(root);
            document.check();
            return document;
        } catch (JsonProcessingException e) {
            throw new UnreadableDocumentException("Unable to parse the document: " + e.getOriginalMessage());
        }
    }

    public boolean isSwagger() {
        return root.has("swagger");
    }

    /** Returns a text of the member {@code info}. */
    public Optional<String> info(String member) {
        return Optional.of(root.path("info").path(member))
                .filter(node -> node.isValueNode() && !node.isNull())
                .map(JsonNode::asText);
    }

    /** Returns an extension of the whole document; missing where it has none. */
    public JsonNode extension(String name) {
        return root.path(name);
    }

    /** Returns the path of the server, or Swagger's base path; empty where there is none. */
    public String basePath() {
        String server = root.path("servers").path(0).path("url").asText();
        String base = isSwagger()
                ? root.path("basePath").asText()
                : server.replaceFirst("^[a-z]+://[^/]+", "")
                        .replace(
                                "/{basePath}",
                                root.at("/servers/0/variables/basePath/default").asText());
        String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return trimmed.isEmpty() || trimmed.startsWith("/") ? trimmed : "/" + trimmed;
    }

    /** Returns all operations, in the order in which they are written. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            if (path.getKey().startsWith("x-")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> operation :
                    resolved(path.getValue()).properties()) {
                String method = operation.getKey();
                if (METHODS.contains(method)) {
                    operations.add(new Operation(
                            path.getKey(),
                            method.equals(ANY) ? "ANY" : method.toUpperCase(Locale.ROOT),
                            checked(path.getKey(), operation.getValue())));
                }
            }
        }
        return operations;
    }

    /** Returns the integration of an operation; missing where it has none. */
    public JsonNode integration(Operation operation) {
        JsonNode integration = resolved(operation.body().path("x-amazon-apigateway-integration"));
        // An alias of YAML is a text here: what it stands for must not be left out.
        if (!integration.isMissingNode() && !integration.isObject()) {
            throw new UnreadableDocumentException("The integration of " + operation.method() + " " + operation.path()
                    + " is no object. Write parts that repeat as references ($ref), not as aliases of YAML.");
        }
        return integration;
    }

    /** Returns what a reference within the document leads to. */
    public JsonNode resolved(JsonNode node) {
        JsonNode target = node;
        Set<String> seen = new HashSet<>();
        while (target.has("$ref")) {
            String reference = target.path("$ref").asText();
            if (!reference.startsWith("#/") || !seen.add(reference)) {
                throw new UnreadableDocumentException(
                        "The reference " + reference + " leads to nothing in the document");
            }
            target = root.at(reference.substring(1));
            if (target.isMissingNode()) {
                throw new UnreadableDocumentException(
                        "The reference " + reference + " leads to nothing in the document");
            }
        }
        return target;
    }

    private void check() {
        boolean known = root.path("swagger").asText().startsWith("2.")
                || root.path("openapi").asText().startsWith("3.");
        if (!root.isObject() || !known) {
            throw new UnreadableDocumentException(
                    "Invalid OpenAPI input: the document has neither \"openapi\": \"3.…\" nor \"swagger\": \"2.0\"");
        }
        checked("the document", root);
    }

    /** Refuses what would leave an API open that its author has closed. */
    private static JsonNode checked(String where, JsonNode node) {
        NOT_BUILT.stream().filter(node::has).findFirst().ifPresent(extension -> {
            throw new UnreadableDocumentException("Laguna does not offer " + extension + " (in " + where + ").");
        });
        if (node.path("security").isArray() && !node.path("security").isEmpty()) {
            throw new UnreadableDocumentException(
                    "Laguna does not offer authorizers and API keys: security (in " + where + ").");
        }
        return node;
    }
}
