package io.laguna.emulator.kit.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Shapes of the SDK as JSON in the state: the same shape is always the same text. */
public final class ShapeJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ShapeJson() {}

    public static String write(SdkPojo shape) {
        return structure(shape).toString();
    }

    public static <T> T read(String json, SdkBuilder<?, T> builder) {
        try {
            fill((SdkPojo) builder, JSON.readTree(json));
            return builder.build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds what is not JSON: " + e.getMessage(), e);
        }
    }

    private static ObjectNode structure(SdkPojo shape) {
        ObjectNode node = NODES.objectNode();
        for (SdkField<?> field : shape.sdkFields()) {
            Shapes.value(field, shape).ifPresent(value -> node.set(field.memberName(), node(value)));
        }
        return node;
    }

    private static JsonNode node(Object value) {
        if (value instanceof SdkPojo structure) {
            return structure(structure);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(element == null ? NODES.nullNode() : node(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            new TreeMap<>(map)
                    .forEach((key, element) ->
                            object.set((String) key, element == null ? NODES.nullNode() : node(element)));
            return object;
        }
        if (value instanceof SdkBytes bytes) {
            return NODES.textNode(Base64.getEncoder().encodeToString(bytes.asByteArray()));
        }
        return value instanceof Instant || value instanceof String
                ? NODES.textNode(value.toString())
                : JSON.valueToTree(value);
    }

    private static void fill(SdkPojo builder, JsonNode node) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (node.has(field.memberName())) {
                field.set(builder, value(field, node.get(field.memberName())));
            }
        }
    }

    private static Object value(SdkField<?> field, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        MarshallingType<?> type = field.marshallingType();
        if (type.equals(MarshallingType.SDK_POJO)) {
            return structure(field.constructor(), node);
        }
        if (type.equals(MarshallingType.LIST)) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(value(element, each)));
            return list;
        }
        if (type.equals(MarshallingType.MAP)) {
            SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> map = new LinkedHashMap<>();
            node.fields().forEachRemaining(entry -> map.put(entry.getKey(), value(element, entry.getValue())));
            return map;
        }
        return scalar(type, node);
    }

    private static Object structure(Supplier<SdkPojo> constructor, JsonNode node) {
        SdkPojo builder = constructor.get();
        fill(builder, node);
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private static Object scalar(MarshallingType<?> type, JsonNode node) {
        if (type.equals(MarshallingType.INSTANT)) {
            return Instant.parse(node.textValue());
        }
        if (type.equals(MarshallingType.INTEGER)) {
            return node.intValue();
        }
        if (type.equals(MarshallingType.LONG)) {
            return node.longValue();
        }
        if (type.equals(MarshallingType.DOUBLE)) {
            return node.doubleValue();
        }
        if (type.equals(MarshallingType.FLOAT)) {
            return node.floatValue();
        }
        if (type.equals(MarshallingType.BOOLEAN)) {
            return node.booleanValue();
        }
        if (type.equals(MarshallingType.SDK_BYTES)) {
            return SdkBytes.fromByteArray(Base64.getDecoder().decode(node.textValue()));
        }
        return node.textValue();
    }
}
