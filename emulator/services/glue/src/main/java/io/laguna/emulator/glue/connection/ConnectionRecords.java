package io.laguna.emulator.glue.connection;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.Connection;

/** Connections in the state, over one connection to it. They are sealed there, each for its own name. */
record ConnectionRecords(Handle handle, Seal seal) {
    private static final String OF = " where account = ? and region = ?";

    /** Adds a connection; tells whether there was none of the name. */
    boolean insert(ConnectionKey key, Connection connection) {
        return handle.execute(
                        "insert into glue_connection (account, region, name, sealed) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        key.account(),
                        key.region(),
                        key.name(),
                        seal.close(ShapeJson.write(connection), key.arn()))
                == 1;
    }

    void replace(ConnectionKey key, Connection connection) {
        handle.execute(
                "update glue_connection set sealed = ?" + OF + " and name = ?",
                seal.close(ShapeJson.write(connection), key.arn()),
                key.account(),
                key.region(),
                key.name());
    }

    /** Deletes a connection; tells whether it was there. */
    boolean delete(ConnectionKey key) {
        return handle.execute(
                        "delete from glue_connection" + OF + " and name = ?", key.account(), key.region(), key.name())
                == 1;
    }

    Optional<Connection> find(ConnectionKey key) {
        return handle.select(
                        "select sealed from glue_connection" + OF + " and name = ?",
                        key.account(),
                        key.region(),
                        key.name())
                .mapTo(String.class)
                .findFirst()
                .map(kept -> open(key, kept));
    }

    /** Returns all connections of a caller in the order of their names' characters. */
    List<Connection> all(Caller caller) {
        return handle.select(
                        "select name, sealed from glue_connection" + OF + " order by name collate \"C\"",
                        caller.accountId(),
                        caller.region())
                .map((row, context) -> open(ConnectionKey.of(caller, row.getString("name")), row.getString("sealed")))
                .list();
    }

    private Connection open(ConnectionKey key, String kept) {
        return ShapeJson.read(seal.open(kept, key.arn()), Connection.builder());
    }
}
