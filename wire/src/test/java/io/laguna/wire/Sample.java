package io.laguna.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.LocationTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.Trait;
import software.amazon.awssdk.utils.builder.Buildable;

/** A type that describes itself as the SDK's types do, for forms that no operation of the twelve services has. */
final class Sample implements SdkPojo, Buildable {
    private final List<SdkField<?>> fields;
    private final Map<String, Object> values = new HashMap<>();

    Sample(SdkField<?>... fields) {
        this.fields = List.of(fields);
    }

    static <T> SdkField<T> field(MarshallingType<? super T> type, MarshallLocation at, String name, Trait... more) {
        Trait[] traits = new Trait[more.length + 1];
        System.arraycopy(more, 0, traits, 1, more.length);
        traits[0] = LocationTrait.builder().location(at).locationName(name).build();
        return SdkField.<T>builder(type)
                .memberName(name)
                .getter(sample -> cast(type, ((Sample) sample).values.get(name)))
                .setter((sample, value) -> ((Sample) sample).values.put(name, value))
                .traits(traits)
                .build();
    }

    static Trait listOf(SdkField<?> member, boolean flattened) {
        return ListTrait.builder()
                .memberLocationName(null)
                .memberFieldInfo(member)
                .isFlattened(flattened)
                .build();
    }

    static Trait mapOf(SdkField<?> value, boolean flattened) {
        return MapTrait.builder()
                .keyLocationName("key")
                .valueLocationName("value")
                .valueFieldInfo(value)
                .isFlattened(flattened)
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(MarshallingType<? super T> type, Object value) {
        return (T) type.getTargetClass().cast(value);
    }

    Object value(String name) {
        return values.get(name);
    }

    Sample with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    @Override
    public List<SdkField<?>> sdkFields() {
        return fields;
    }

    @Override
    public Object build() {
        return this;
    }
}
