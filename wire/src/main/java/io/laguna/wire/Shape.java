package io.laguna.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** The parts of the SDK's description of a type that the wire needs. */
final class Shape {
    private Shape() {}

    /** Returns the member that is the body, where one is. */
    static Optional<SdkField<?>> payload(SdkPojo pojo) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.containsTrait(PayloadTrait.class)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Returns the members within the body. */
    static List<SdkField<?>> bodyFields(SdkPojo pojo) {
        return pojo.sdkFields().stream()
                .filter(field -> field.location() == MarshallLocation.PAYLOAD)
                .toList();
    }

    static Map<String, SdkField<?>> byName(List<SdkField<?>> fields, Function<SdkField<?>, String> name) {
        Map<String, SdkField<?>> byName = new HashMap<>();
        fields.forEach(field -> byName.put(name.apply(field), field));
        return byName;
    }

    /** Returns the value that was set, not the one that the SDK puts in place of an unset list or map. */
    static Optional<Object> valueOf(SdkField<?> field, SdkPojo pojo) {
        return Optional.<Object>ofNullable(field.getValueOrDefault(pojo))
                .filter(value -> !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap));
    }

    /** Returns the immutable object that a builder of the SDK builds. */
    static SdkPojo build(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }
}
