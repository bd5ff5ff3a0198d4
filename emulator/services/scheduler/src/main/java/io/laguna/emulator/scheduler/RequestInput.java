package io.laguna.emulator.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The input of a target: the request of the target's operation as JSON. Members are in PascalCase in every protocol, as
 * AWS demands it, so that an input that works here works there.
 */
final class RequestInput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestInput() {}

    static boolean isToken(SdkField<?> field) {
        return field.containsTrait(DefaultValueTrait.class);
    }

    /**
     * Returns the request.
     *
     * @param required members that have to be there
     * @param token goes where the input gives no idempotency token
     */
    static Object read(String input, SdkPojo builder, List<String> required, String token) {
        JsonNode node;
        try {
            node = JSON.readTree(input);
        } catch (JsonProcessingException e) {
            throw invalid("The input is not JSON: " + e.getOriginalMessage());
        }
        JsonNode request = structure("", builder, node);
        List<String> missing =
                required.stream().filter(name -> !node.hasNonNull(name)).toList();
        if (!missing.isEmpty()) {
            throw invalid("Request payload is missing the following field(s): " + String.join(", ", missing) + ".");
        }
        builder.sdkFields().stream()
                .filter(field -> isToken(field) && !request.has(field.memberName()))
                .forEach(field -> ((ObjectNode) request).put(field.memberName(), token));
        return ShapeJson.read(request.toString(), (SdkBuilder<?, ?>) builder);
    }

    /** Returns the JSON with the names that the SDK has for the members. */
    private static JsonNode structure(String path, SdkPojo shape, JsonNode node) {
        if (!node.isObject()) {
            throw invalid(where(path) + " is not an object.");
        }
        Map<String, SdkField<?>> members = shape.sdkFields().stream()
                .collect(Collectors.toMap(RequestInput::name, field -> field, (one, same) -> one, LinkedHashMap::new));
        ObjectNode renamed = JSON.createObjectNode();
        node.fields().forEachRemaining(entry -> {
            if (!members.containsKey(entry.getKey())) {
                throw invalid("Request payload has an unknown field: " + path + entry.getKey() + ".");
            }
            SdkField<?> field = members.get(entry.getKey());
            renamed.set(field.memberName(), value(path + entry.getKey(), field, entry.getValue()));
        });
        return renamed;
    }

    private static JsonNode value(String path, SdkField<?> field, JsonNode node) {
        MarshallingType<?> type = field.marshallingType();
        if (node.isNull()) {
            return node;
        }
        if (type.equals(MarshallingType.SDK_POJO)) {
            return structure(path + ".", field.constructor().get(), node);
        }
        if (type.equals(MarshallingType.LIST) && node.isArray()) {
            ArrayNode list = JSON.createArrayNode();
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            node.forEach(each -> list.add(value(path + "[" + list.size() + "]", element, each)));
            return list;
        }
        if (type.equals(MarshallingType.MAP) && node.isObject()) {
            ObjectNode map = JSON.createObjectNode();
            SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
            Iterator<Map.Entry<String, JsonNode>> entries = node.fields();
            entries.forEachRemaining(
                    entry -> map.set(entry.getKey(), value(path + "." + entry.getKey(), element, entry.getValue())));
            return map;
        }
        if (!fits(type, node)) {
            throw invalid(where(path) + " is not of type "
                    + type.getTargetClass().getSimpleName().toLowerCase(Locale.ROOT) + ".");
        }
        return node;
    }

    private static boolean fits(MarshallingType<?> type, JsonNode node) {
        if (type.equals(MarshallingType.INTEGER) || type.equals(MarshallingType.LONG)) {
            return node.isIntegralNumber();
        }
        if (type.equals(MarshallingType.DOUBLE) || type.equals(MarshallingType.FLOAT)) {
            return node.isNumber();
        }
        return type.equals(MarshallingType.BOOLEAN)
                ? node.isBoolean()
                : node.isTextual() && !type.equals(MarshallingType.LIST) && !type.equals(MarshallingType.MAP);
    }

    private static String name(SdkField<?> field) {
        String name = field.memberName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String where(String path) {
        return path.isEmpty() ? "Request payload" : path;
    }

    private static RuntimeException invalid(String reason) {
        return Failures.invalid("Invalid RequestJson provided. Reason " + reason);
    }
}
