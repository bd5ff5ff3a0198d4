package io.laguna.emulator.testkit;

import io.laguna.wire.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** A request of any operation, made of texts for its members of that type. */
record SampleRequest(Operation operation) {
    /** Returns the names of the request's members that are texts. */
    List<String> texts() {
        return members(MarshallingType.STRING);
    }

    /**
     * Returns the member that asks for a page; empty for an operation that answers no list in pages.
     *
     * @param names the names of such members
     */
    Optional<String> token(Set<String> names) {
        return texts().stream()
                .filter(name -> names.stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /** Returns the member that says how large a page may be; empty for a list whose pages are of one size. */
    Optional<String> pageSize() {
        return members(MarshallingType.INTEGER).stream()
                .filter(name -> name.equalsIgnoreCase("MaxResults"))
                .findFirst();
    }

    /** Whether the operation changes nothing. */
    boolean isRead() {
        return operation.name().matches("(Get|List|Describe).*");
    }

    /** Returns the request with those of the texts that it has a member for. */
    SdkPojo with(Map<String, String> texts) {
        SdkPojo builder = builder();
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.marshallingType().equals(MarshallingType.STRING)) {
                Optional.ofNullable(texts.get(field.memberName())).ifPresent(text -> field.set(builder, text));
            }
        }
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    private List<String> members(MarshallingType<?> type) {
        return builder().sdkFields().stream()
                .filter(field -> field.marshallingType().equals(type))
                .map(SdkField::memberName)
                .toList();
    }

    private SdkPojo builder() {
        try {
            return (SdkPojo) operation.requestType().getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(operation.name() + " has no request that can be built", e);
        }
    }
}
