package io.laguna.emulator.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The input of a target: the request of the target's operation as JSON. Members are in PascalCase in every protocol, as
 * AWS demands it, so that an input that works here works there.
 */
final class RequestInput {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The name of a body that is no member of its request, as in {@code s3:putObject}. */
    private static final String BODY = "Body";

    private RequestInput() {}

    static boolean isToken(SdkField<?> field) {
        return field.containsTrait(DefaultValueTrait.class);
    }

    /**
     * Returns the request of an operation.
     *
     * @param token goes where the input gives no idempotency token
     */
    static TargetRequest read(String input, TargetOperation operation, String token) {
        SdkPojo builder = operation.newRequest();
        JsonNode node = parse(input);
        RequestBody body = RequestBody.empty();
        if (operation.takesBody() && node.has(BODY)) {
            if (!isText(node.get(BODY))) {
                throw invalid(BODY + " is not of type string.");
            }
            body = RequestBody.fromString(((ObjectNode) node).remove(BODY).textValue());
        }
        JsonNode request = structure("", builder, node);
        List<String> tokens = builder.sdkFields().stream()
                .filter(RequestInput::isToken)
                .map(SdkField::memberName)
                .toList();
        List<String> missing = operation.requiredMembers().stream()
                .filter(member -> !request.hasNonNull(member) && !tokens.contains(member))
                .map(RequestInput::pascal)
                .toList();
        if (!missing.isEmpty()) {
            throw invalid("Request payload is missing the following field(s): " + String.join(", ", missing) + ".");
        }
        tokens.stream().filter(member -> !request.has(member)).forEach(member -> ((ObjectNode) request)
                .put(member, token));
        return new TargetRequest((SdkPojo) ShapeJson.read(request.toString(), (SdkBuilder<?, ?>) builder), body);
    }

    private static JsonNode parse(String input) {
        try {
            JsonNode node = JSON.readTree(input);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw invalid("The input is not JSON: " + e.getOriginalMessage());
        }
        throw invalid("Request payload is not an object.");
    }

    /** Returns the JSON with the names that the SDK has for the members. */
    private static JsonNode structure(String path, SdkPojo shape, JsonNode node) {
        if (!node.isObject()) {
            throw invalid(path.substring(0, path.length() - 1) + " is not an object.");
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
        if (type.equals(MarshallingType.SDK_BYTES) && isText(node) && !isBase64(node.textValue())) {
            // The input of a function is given as it is: "Payload": "{\"a\": 1}".
            return JSON.getNodeFactory()
                    .textNode(
                            Base64.getEncoder().encodeToString(node.textValue().getBytes(StandardCharsets.UTF_8)));
        }
        if (!fits(type, node)) {
            throw invalid(path + " is not of type "
                    + type.getTargetClass().getSimpleName().toLowerCase(Locale.ROOT) + ".");
        }
        return node;
    }

    private static boolean fits(MarshallingType<?> type, JsonNode node) {
        return switch (type.getKnownType()) {
            case BYTE, SHORT -> node.isIntegralNumber() && node.canConvertToInt();
            case INTEGER -> node.isIntegralNumber() && node.canConvertToInt();
            case LONG -> node.isIntegralNumber() && node.canConvertToLong();
            case DOUBLE, FLOAT, BIG_DECIMAL -> node.isNumber();
            case BOOLEAN -> node.isBoolean();
            case STRING -> isText(node);
            case INSTANT -> isText(node) && isTime(node.textValue());
            case SDK_BYTES -> isText(node) && isBase64(node.textValue());
            case SDK_POJO, LIST, MAP, DOCUMENT, NULL -> false;
        };
    }

    /** Tells whether a node is a text that an operation can take: none takes the character U+0000. */
    private static boolean isText(JsonNode node) {
        return node.isTextual() && node.textValue().indexOf('\0') < 0;
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String name(SdkField<?> field) {
        return pascal(field.memberName());
    }

    private static String pascal(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static RuntimeException invalid(String reason) {
        return Failures.invalid("Invalid RequestJson provided. Reason " + reason);
    }
}
