package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;

/** The aliases of functions, over one connection to the state. */
public record AliasRecords(Handle handle) {
    public Optional<AliasConfiguration> find(FunctionRow function, String name) {
        return handle.select(
                        "select configuration from lambda_alias where function = ? and name = ?", function.id(), name)
                .map((row, context) -> ShapeJson.read(row.getString(1), AliasConfiguration.builder()))
                .findOne();
    }

    /** Returns the aliases of a function, by name. */
    public List<AliasConfiguration> all(FunctionRow function) {
        return handle.select(
                        "select configuration from lambda_alias where function = ? order by name collate \"C\"",
                        function.id())
                .map((row, context) -> ShapeJson.read(row.getString(1), AliasConfiguration.builder()))
                .list();
    }

    /** Keeps an alias, over the one of the same name. */
    public void put(FunctionRow function, AliasConfiguration alias) {
        handle.execute(
                "insert into lambda_alias (function, name, configuration) values (?, ?, ?)"
                        + " on conflict (function, name) do update set configuration = excluded.configuration",
                function.id(),
                alias.name(),
                ShapeJson.write(alias));
    }

    public void delete(FunctionRow function, String name) {
        handle.execute("delete from lambda_alias where function = ? and name = ?", function.id(), name);
    }
}
