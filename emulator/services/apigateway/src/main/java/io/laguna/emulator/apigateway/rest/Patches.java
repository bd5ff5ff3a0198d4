package io.laguna.emulator.apigateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The changes of a shape by JSON patches, whose paths are the names of its members.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html">Patch operations</a>
 */
final class Patches {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Patches() {}

    /**
     * Returns a shape with all changes.
     *
     * @param members those that may be changed
     */
    static <T extends SdkPojo> T apply(
            T shape, SdkBuilder<?, T> builder, List<PatchOperation> operations, Set<String> members) {
        try {
            ObjectNode changed = (ObjectNode) JSON.readTree(ShapeJson.write(shape));
            for (PatchOperation operation : operations) {
                List<String> path = path(operation);
                if (path.isEmpty() || !members.contains(path.get(0))) {
                    throw invalid(operation, "Must be one of: " + new TreeSet<>(members));
                }
                change(changed, shape.sdkFields(), path, operation);
            }
            return ShapeJson.read(changed.toString(), builder);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(ObjectNode node, List<SdkField<?>> fields, List<String> path, PatchOperation operation) {
        SdkField<?> field = fields.stream()
                .filter(each -> each.memberName().equals(path.get(0)))
                .findFirst()
                .orElseThrow(() -> invalid(operation, "There is no member " + path.get(0)));
        List<String> rest = path.subList(1, path.size());
        MarshallingType<?> type = field.marshallingType();
        if (type.equals(MarshallingType.LIST)) {
            list(node, field, rest, operation);
        } else if (type.equals(MarshallingType.MAP)) {
            map(node, field, rest, operation);
        } else if (type.equals(MarshallingType.SDK_POJO) && rest.isEmpty() && operation.op() == Op.REMOVE) {
            node.remove(field.memberName());
        } else if (type.equals(MarshallingType.SDK_POJO) && !rest.isEmpty()) {
            change(
                    node.withObjectProperty(field.memberName()),
                    field.constructor().get().sdkFields(),
                    rest,
                    operation);
        } else if (!rest.isEmpty()) {
            throw invalid(operation, "The member " + path.get(0) + " has no parts");
        } else {
            set(node, field.memberName(), type, operation);
        }
    }

    private static void map(ObjectNode node, SdkField<?> field, List<String> rest, PatchOperation operation) {
        if (rest.size() == 1) {
            MarshallingType<?> values =
                    field.getTrait(MapTrait.class).valueFieldInfo().marshallingType();
            set(node.withObjectProperty(field.memberName()), rest.get(0), values, operation);
        } else if (rest.isEmpty() && operation.op() == Op.REMOVE) {
            node.remove(field.memberName());
        } else {
            throw invalid(operation, "Name one key of the member " + field.memberName());
        }
    }

    private static void list(ObjectNode node, SdkField<?> field, List<String> rest, PatchOperation operation) {
        if (rest.size() > 1) {
            throw invalid(operation, "The elements of the member " + field.memberName() + " have no parts");
        }
        ArrayNode array = node.withArrayProperty(field.memberName());
        Optional<String> named = rest.stream().findFirst();
        boolean replaces = operation.op() == Op.REPLACE || operation.op() == Op.REMOVE;
        if (replaces && named.isEmpty()) {
            array.removeAll();
        }
        if (replaces) {
            named.ifPresent(element -> remove(array, element));
        }
        if (operation.op() != Op.REMOVE) {
            String added = Optional.ofNullable(operation.value())
                    .or(() -> named)
                    .orElseThrow(() -> invalid(operation, "There is no value"));
            remove(array, added);
            array.add(added);
        }
    }

    /** Removes an element that a path names by its value, or by its place in the list. */
    private static void remove(ArrayNode array, String element) {
        for (int at = array.size() - 1; at >= 0; at--) {
            if (array.get(at).asText().equals(element)) {
                array.remove(at);
            }
        }
        if (element.matches("\\d{1,3}") && Integer.parseInt(element) < array.size()) {
            array.remove(Integer.parseInt(element));
        }
    }

    private static void set(ObjectNode node, String name, MarshallingType<?> type, PatchOperation operation) {
        if (operation.op() == Op.REMOVE) {
            node.remove(name);
        } else {
            node.set(name, value(type, operation));
        }
    }

    private static JsonNode value(MarshallingType<?> type, PatchOperation operation) {
        String text = Optional.ofNullable(operation.value()).orElse("");
        if (type.equals(MarshallingType.BOOLEAN) && text.matches("(?i)true|false")) {
            return JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
        }
        if (type.equals(MarshallingType.INTEGER) && text.matches("-?\\d{1,9}")) {
            return JSON.getNodeFactory().numberNode(Integer.parseInt(text));
        }
        if (type.equals(MarshallingType.STRING)) {
            return JSON.getNodeFactory().textNode(text);
        }
        throw invalid(operation, "The value " + text + " is none of the member's type");
    }

    private static List<String> path(PatchOperation operation) {
        if (operation.op() != Op.ADD && operation.op() != Op.REPLACE && operation.op() != Op.REMOVE) {
            throw RestFailures.notBuilt(
                    "the patch operation " + operation.opAsString() + ": there are add, replace, remove");
        }
        String path = Optional.ofNullable(operation.path()).orElse("");
        return path.startsWith("/")
                ? List.of(path.substring(1).split("/", -1)).stream()
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                        .toList()
                : List.of();
    }

    private static RuntimeException invalid(PatchOperation operation, String why) {
        return RestFailures.bad("Invalid patch path  '" + operation.path() + "' specified for op '"
                + operation.opAsString() + "'. " + why);
    }
}
