package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.lambda.code.CodeHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Layers and their versions, over one connection to the state. */
public record LayerRecords(Handle handle) {
    private static final String VERSIONS = "select l.id, l.account, l.region, l.name, v.number, v.configuration, v.code"
            + " from lambda_layer l join lambda_layer_version v on v.layer = l.id";

    /**
     * A number of a new version, and the layer's id.
     *
     * @param layer the layer, which is made with its first version
     */
    public record Next(long layer, long number) {}

    public Next next(Caller owner, String name) {
        return handle.select(
                        "insert into lambda_layer (account, region, name, last_version) values (?, ?, ?, 1)"
                                + " on conflict (account, region, name) do update"
                                + " set last_version = lambda_layer.last_version + 1 returning id, last_version",
                        owner.accountId(),
                        owner.region(),
                        name)
                .map((row, context) -> new Next(row.getLong(1), row.getLong(2)))
                .one();
    }

    public void insert(LayerRow version) {
        handle.execute(
                "insert into lambda_layer_version (layer, number, configuration, code) values (?, ?, ?, ?)",
                version.layer(),
                version.number(),
                ShapeJson.write(version.configuration()),
                version.code().hex());
    }

    public Optional<LayerRow> find(Caller owner, String name, long number) {
        return handle.select(
                        VERSIONS + " where l.account = ? and l.region = ? and l.name = ? and v.number = ?",
                        owner.accountId(),
                        owner.region(),
                        name,
                        number)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Returns the versions of a layer, the last one first. */
    public List<LayerRow> versions(Caller owner, String name) {
        return handle.select(
                        VERSIONS + " where l.account = ? and l.region = ? and l.name = ? order by v.number desc",
                        owner.accountId(),
                        owner.region(),
                        name)
                .map((row, context) -> read(row))
                .list();
    }

    /** Returns all versions of all layers, by name, the last one of each first. */
    public List<LayerRow> all(Caller owner) {
        return handle.select(
                        VERSIONS + " where l.account = ? and l.region = ? order by l.name collate \"C\", v.number desc",
                        owner.accountId(),
                        owner.region())
                .map((row, context) -> read(row))
                .list();
    }

    public void delete(Caller owner, String name, long number) {
        handle.execute(
                "delete from lambda_layer_version v using lambda_layer l where v.layer = l.id and l.account = ?"
                        + " and l.region = ? and l.name = ? and v.number = ?",
                owner.accountId(),
                owner.region(),
                name,
                number);
    }

    private static LayerRow read(ResultSet row) throws SQLException {
        return new LayerRow(
                row.getLong("id"),
                new Caller(row.getString("account"), row.getString("region")),
                row.getString("name"),
                row.getLong("number"),
                LayerRow.read(row.getString("configuration")),
                new CodeHash(row.getString("code")));
    }
}
