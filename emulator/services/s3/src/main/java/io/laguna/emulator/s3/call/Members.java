package io.laguna.emulator.s3.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Members that many of S3's shapes have, by the names that the SDK's description gives them. */
public final class Members {
    /** The fields of each type that was asked for: the SDK always says the same of a type. */
    private static final Map<Class<?>, Map<String, SdkField<?>>> FIELDS = new ConcurrentHashMap<>();

    private Members() {}

    public static Optional<String> text(SdkPojo shape, String member) {
        return value(shape, member, String.class).filter(text -> !text.isEmpty());
    }

    /** Returns a header that a request has beside its members. */
    public static Optional<String> header(SdkPojo request, String name) {
        return request instanceof AwsRequest aws
                ? aws.overrideConfiguration()
                        .map(kept -> kept.headers().getOrDefault(name, List.of()))
                        .flatMap(values -> values.stream().findFirst())
                : Optional.empty();
    }

    static boolean isTrue(SdkPojo shape, String member) {
        return value(shape, member, Boolean.class).orElse(false);
    }

    /** Returns the value of a member; empty also where the shape has no such member. */
    public static <T> Optional<T> value(SdkPojo shape, String member, Class<T> type) {
        return field(shape, member).map(field -> type.cast(field.getValueOrDefault(shape)));
    }

    /** Returns the description of a member. The SDK's own map is by the names on the wire. */
    public static Optional<SdkField<?>> field(SdkPojo shape, String member) {
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

    /** Sets a member, and leaves the value out where the shape has no such member. */
    public static void set(SdkPojo builder, String member, Object value) {
        field(builder, member).ifPresent(field -> field.set(builder, value));
    }
}
