package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;

/** The settings of functions for later invocations, over one connection to the state. */
public record EventConfigs(Handle handle) {
    public Optional<FunctionEventInvokeConfig> find(FunctionRow function, String qualifier) {
        return handle.select(
                        "select configuration from lambda_event_config where function = ? and qualifier = ?",
                        function.id(),
                        qualifier)
                .map((row, context) -> ShapeJson.read(row.getString(1), FunctionEventInvokeConfig.builder()))
                .findOne();
    }

    /** Returns those of a function, by qualifier. */
    public List<FunctionEventInvokeConfig> all(FunctionRow function) {
        return handle.select(
                        "select configuration from lambda_event_config where function = ? order by qualifier collate \"C\"",
                        function.id())
                .map((row, context) -> ShapeJson.read(row.getString(1), FunctionEventInvokeConfig.builder()))
                .list();
    }

    public void put(FunctionRow function, String qualifier, FunctionEventInvokeConfig configuration) {
        handle.execute(
                "insert into lambda_event_config (function, qualifier, configuration) values (?, ?, ?)"
                        + " on conflict (function, qualifier) do update set configuration = excluded.configuration",
                function.id(),
                qualifier,
                ShapeJson.write(configuration));
    }

    /** Deletes one, and tells whether it was there. */
    public boolean delete(FunctionRow function, String qualifier) {
        return handle.execute(
                        "delete from lambda_event_config where function = ? and qualifier = ?",
                        function.id(),
                        qualifier)
                > 0;
    }
}
