package io.laguna.emulator.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** A request or an answer of the SDK's, whose members are read and replaced by their names. */
record TypedRequest(SdkPojo shape) {
    /** Returns the name of the operation that the request asks for. */
    String operation() {
        return shape.getClass().getSimpleName().replaceAll("Request$", "");
    }

    /** Returns all members that are texts, by their names. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (SdkField<?> field : shape.sdkFields()) {
            if (field.marshallingType().equals(MarshallingType.STRING)) {
                Optional.ofNullable((String) field.getValueOrDefault(shape))
                        .ifPresent(text -> texts.put(field.memberName(), text));
            }
        }
        return texts;
    }

    /** Returns the request with another value of a member; without one when the value is empty. */
    SdkPojo with(String member, Optional<Object> value) {
        SdkPojo builder = (SdkPojo) ((ToCopyableBuilder<?, ?>) shape).toBuilder();
        SdkField<?> field = builder.sdkFields().stream()
                .filter(each -> each.memberName().equals(member))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operation() + " has no member " + member));
        field.set(builder, value.orElse(null));
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }
}
