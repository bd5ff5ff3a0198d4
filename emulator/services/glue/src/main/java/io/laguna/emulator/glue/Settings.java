package io.laguna.emulator.glue;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.State;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The settings of the whole catalog in the state. */
final class Settings {
    private final State state;

    Settings(State state) {
        this.state = state;
    }

    <T> Optional<T> get(String name, SdkBuilder<?, T> builder) {
        return state.read(handle -> handle.select("select value from glue_setting where name = ?", name)
                        .mapTo(String.class)
                        .findFirst())
                .map(value -> ShapeJson.read(value, builder));
    }

    void put(String name, SdkPojo value) {
        state.read(handle -> handle.execute(
                "insert into glue_setting (name, value) values (?, ?)"
                        + " on conflict (name) do update set value = excluded.value, written_at = clock_timestamp()",
                name,
                ShapeJson.write(value)));
    }
}
