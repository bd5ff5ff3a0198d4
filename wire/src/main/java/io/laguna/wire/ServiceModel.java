package io.laguna.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A service model of AWS, for the facts that the SDK's classes do not have. It is used at build time only. */
final class ServiceModel {
    private static final Set<String> NUMBERS = Set.of("integer", "long", "float", "double");

    private final Map<?, ?> root;

    ServiceModel(InputStream json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            this.root = (Map<?, ?>) value(parser);
        }
    }

    ServiceDescription refine(ServiceDescription description) {
        Map<String, Operation> operations = new TreeMap<>();
        description
                .operations()
                .forEach((name, operation) -> operations.put(
                        name,
                        operation
                                .withAnswer(successCode(operation), root(operation))
                                .withRules(rules(operation))));
        Map<String, ErrorShape> errors = new TreeMap<>();
        description
                .errorsByType()
                .forEach((name, error) -> errors.put(
                        name, new ErrorShape(error.code(), error.status(), error.typeName(), messageMember(error))));
        ServiceDescription.Service service = description.service();
        Object namespace = at(root, "metadata", "xmlNamespace");
        return new ServiceDescription(
                new ServiceDescription.Service(
                        service.signingName(),
                        service.protocol(),
                        service.targetPrefix(),
                        service.apiVersion(),
                        namespace instanceof String text ? text : service.xmlNamespace(),
                        service.bareErrors(),
                        service.modelPackage()),
                operations,
                errors);
    }

    /** Returns method and path of every operation, by the operation's name. */
    Map<String, String> bindings() {
        Map<String, String> bindings = new TreeMap<>();
        ((Map<?, ?>) at(root, "operations"))
                .forEach((name, operation) -> bindings.put(
                        (String) name, at(operation, "http", "method") + " " + at(operation, "http", "requestUri")));
        return bindings;
    }

    /** Returns the rules about the members of an operation's request, in the model's order; those of the SDK where it has none. */
    private List<MemberRule> rules(Operation operation) {
        Map<?, ?> input = shape(at(root, "operations", operation.name(), "input"));
        Collection<?> required = ((Map<?, ?>) at(input, "required")).values();
        List<MemberRule> rules = new ArrayList<>();
        ((Map<?, ?>) at(input, "members")).forEach((name, member) -> {
            Map<?, ?> shape = shape(member);
            boolean number = shape.get("type") instanceof String type && NUMBERS.contains(type);
            MemberRule rule = new MemberRule(
                    (String) name,
                    required.contains(name),
                    number && shape.get("min") instanceof Long least ? least : Long.MIN_VALUE,
                    number && shape.get("max") instanceof Long most ? most : Long.MAX_VALUE);
            if (!rule.word().equals(name)) {
                rules.add(rule);
            }
        });
        return rules.isEmpty() ? operation.rules() : rules;
    }

    private Map<?, ?> shape(Object reference) {
        return at(reference, "shape") instanceof String name ? (Map<?, ?>) at(root, "shapes", name) : Map.of();
    }

    private int successCode(Operation operation) {
        Object code = at(root, "operations", operation.name(), "http", "responseCode");
        return code instanceof Number number ? number.intValue() : operation.successCode();
    }

    private String root(Operation operation) {
        Object name = at(root, "operations", operation.name(), "output", "locationName");
        return name instanceof String text ? text : operation.root();
    }

    /** Models call the shape as the code is called, save where the code is set apart. */
    private String messageMember(ErrorShape error) {
        for (Map.Entry<?, ?> shape : ((Map<?, ?>) at(root, "shapes")).entrySet()) {
            Object code = at(shape.getValue(), "error", "code");
            boolean isIt = code instanceof String text
                    ? text.equals(error.code())
                    : shape.getKey().equals(error.code());
            if (isIt && at(shape.getValue(), "members") instanceof Map<?, ?> members) {
                return members.containsKey("Message") ? "Message" : ErrorShape.MESSAGE;
            }
        }
        return error.messageMember();
    }

    /** Returns what the model has at a path, or an empty map where it has nothing. */
    private static Object at(Object node, String... path) {
        Object found = node;
        for (String name : path) {
            Object next = found instanceof Map<?, ?> map ? map.get(name) : null;
            found = next == null ? Map.of() : next;
        }
        return found;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                Map<Integer, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    map.put(map.size(), value(parser));
                }
                yield map;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            default -> parser.getText();
        };
    }
}
