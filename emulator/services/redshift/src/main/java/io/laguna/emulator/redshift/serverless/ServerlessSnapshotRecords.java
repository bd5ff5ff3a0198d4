package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.redshiftserverless.model.Snapshot;
import software.amazon.awssdk.services.redshiftserverless.model.SnapshotStatus;

/** Snapshots of namespaces in the state, over one connection to it. */
record ServerlessSnapshotRecords(Handle handle) {
    private static final String SELECT = "select * from redshift_serverless_snapshot ";

    /** Keeps a new snapshot, and tells whether there was none of its name. */
    boolean insert(ServerlessSnapshotRecord record) {
        return handle.execute(
                        "insert into redshift_serverless_snapshot (id, account, region, name, namespace, status, shape)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        record.id(),
                        record.owner().accountId(),
                        record.owner().region(),
                        record.snapshot().snapshotName(),
                        record.namespace(),
                        record.snapshot().statusAsString(),
                        ShapeJson.write(record.snapshot()))
                > 0;
    }

    void save(ServerlessSnapshotRecord record) {
        handle.execute(
                "update redshift_serverless_snapshot set status = ?, shape = ? where id = ?",
                record.snapshot().statusAsString(),
                ShapeJson.write(record.snapshot()),
                record.id());
    }

    void delete(UUID id) {
        handle.execute("delete from redshift_serverless_snapshot where id = ?", id);
    }

    ServerlessSnapshotRecord known(Caller owner, String name) {
        return all(owner).stream()
                .filter(record -> record.snapshot().snapshotName().equals(name))
                .findFirst()
                .orElseThrow(() -> Failures.notFound("snapshot", name));
    }

    /** Returns a caller's snapshots in the order of their names. */
    List<ServerlessSnapshotRecord> all(Caller owner) {
        return handle.select(
                        SELECT + "where account = ? and region = ? order by name collate \"C\"",
                        owner.accountId(),
                        owner.region())
                .map(ServerlessSnapshotRecords::record)
                .list();
    }

    /** Returns everybody's snapshots whose data have yet to be copied. */
    List<ServerlessSnapshotRecord> unfinished() {
        return handle.select(SELECT + "where status = ?", SnapshotStatus.CREATING.toString())
                .map(ServerlessSnapshotRecords::record)
                .list();
    }

    private static ServerlessSnapshotRecord record(ResultSet row, StatementContext context) throws SQLException {
        return new ServerlessSnapshotRecord(
                row.getObject("id", UUID.class),
                new Caller(row.getString("account"), row.getString("region")),
                row.getObject("namespace", UUID.class),
                ShapeJson.read(row.getString("shape"), Snapshot.builder()));
    }
}
