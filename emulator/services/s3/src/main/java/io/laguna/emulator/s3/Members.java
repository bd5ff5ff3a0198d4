package io.laguna.emulator.s3;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Members that many of S3's shapes have, by the names that the SDK's description gives them. */
final class Members {
    /** What the SDK says of a type is always the same. */
    private static final Map<Class<?>, Map<String, SdkField<?>>> FIELDS = new ConcurrentHashMap<>();

    private Members() {}

    static Optional<String> text(SdkPojo shape, String member) {
        return value(shape, member, String.class).filter(text -> !text.isEmpty());
    }

    static boolean isTrue(SdkPojo shape, String member) {
        return value(shape, member, Boolean.class).orElse(false);
    }

    /** Empty also where the shape has no such member. */
    static <T> Optional<T> value(SdkPojo shape, String member, Class<T> type) {
        return field(shape, member).map(field -> type.cast(field.getValueOrDefault(shape)));
    }

    /** The SDK's own map has the names on the wire. */
    static Optional<SdkField<?>> field(SdkPojo shape, String member) {
        Map<String, SdkField<?>> known = FIELDS.get(shape.getClass());
        Map<String, SdkField<?>> fields =
                known != null ? known : FIELDS.computeIfAbsent(shape.getClass(), type -> byName(shape));
        return Optional.ofNullable(fields.get(member));
    }

    private static Map<String, SdkField<?>> byName(SdkPojo shape) {
        Map<String, SdkField<?>> byName = new HashMap<>();
        shape.sdkFields().forEach(field -> byName.put(field.memberName(), field));
        return Map.copyOf(byName);
    }

    /** Leaves the value out where the shape has no such member. */
    static void set(SdkPojo builder, String member, Object value) {
        field(builder, member).ifPresent(field -> field.set(builder, value));
    }
}
