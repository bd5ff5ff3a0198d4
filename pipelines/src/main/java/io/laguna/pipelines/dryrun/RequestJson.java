package io.laguna.pipelines.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** A request as JSON with AWS's own names, by the SDK's description of its fields. */
final class RequestJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SECRET = Set.of("MasterUserPassword", "SecretString");

    private RequestJson() {}

    static String of(SdkPojo request) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(structure(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request has no JSON: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> structure(SdkPojo shape) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : shape.sdkFields()) {
            given(field, shape).ifPresent(value -> members.put(field.memberName(), json(value)));
        }
        return members;
    }

    private static Optional<Object> given(SdkField<?> field, SdkPojo shape) {
        if (field.containsTrait(DefaultValueTrait.class)) {
            // An idempotency token, which the SDK makes as it sends.
            return Optional.of("<a new UUID>");
        }
        Object value = field.getValueOrDefault(shape);
        if (value != null && SECRET.contains(field.memberName())) {
            return Optional.of("<" + field.memberName() + ">");
        }
        boolean absent = value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
        return absent ? Optional.empty() : Optional.ofNullable(value);
    }

    private static Object json(Object value) {
        if (value instanceof SdkPojo structure) {
            return structure(structure);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RequestJson::json).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new TreeMap<>();
            map.forEach((key, member) -> members.put(key.toString(), json(member)));
            return members;
        }
        if (value instanceof SdkBytes bytes) {
            return "<" + bytes.asByteArrayUnsafe().length + " bytes>";
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
