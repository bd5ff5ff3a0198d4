package io.laguna.emulator.apigateway.record;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The parts of one kind that an API has, as the SDK's own type.
 *
 * @param id tells a part's id
 */
public record Shelf<T extends SdkPojo>(
        Parts parts, Supplier<? extends SdkBuilder<?, T>> builder, Function<T, String> id) {
    public Optional<T> find(String key) {
        return parts.find(key).map(this::read);
    }

    public List<T> all() {
        return parts.all().stream().map(this::read).toList();
    }

    /** Adds a part, or changes it. */
    public T put(T part) {
        parts.put(id.apply(part), ShapeJson.write(part));
        return part;
    }

    public void delete(T part) {
        parts.delete(id.apply(part));
    }

    private T read(String definition) {
        return ShapeJson.read(definition, builder.get());
    }
}
