package io.laguna.emulator.s3;

import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Members that many of S3's shapes have, by the names that the SDK's description gives them. */
final class Members {
    private Members() {}

    static Optional<String> text(SdkPojo shape, String member) {
        return value(shape, member, String.class).filter(text -> !text.isEmpty());
    }

    static boolean isTrue(SdkPojo shape, String member) {
        return value(shape, member, Boolean.class).orElse(false);
    }

    /** Empty also where the shape has no such member. */
    static <T> Optional<T> value(SdkPojo shape, String member, Class<T> type) {
        return Optional.<SdkField<?>>ofNullable(shape.sdkFieldNameToField().get(member))
                .map(field -> type.cast(field.getValueOrDefault(shape)));
    }

    static boolean has(SdkPojo shape, String member) {
        return shape.sdkFieldNameToField().containsKey(member);
    }

    /** Leaves the value out where the shape has no such member. */
    static void set(SdkPojo builder, String member, Object value) {
        SdkField<?> field = builder.sdkFieldNameToField().get(member);
        if (field != null) {
            field.set(builder, value);
        }
    }
}
