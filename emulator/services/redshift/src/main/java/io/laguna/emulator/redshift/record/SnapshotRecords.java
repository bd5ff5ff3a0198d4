package io.laguna.emulator.redshift.record;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.redshift.model.Snapshot;

/** Snapshots in the state, over one connection to it. */
public record SnapshotRecords(Handle handle) {
    private static final String SELECT = "select * from redshift_snapshot ";
    private static final String OF_CALLER = "where account = ? and region = ? ";

    /** Keeps a new snapshot, and tells whether there was none of its name. */
    public boolean insert(SnapshotRecord record) {
        return handle.execute(
                        "insert into redshift_snapshot (id, account, region, identifier, status, source, shape)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        record.id(),
                        record.owner().accountId(),
                        record.owner().region(),
                        record.identifier(),
                        record.status(),
                        record.source(),
                        ShapeJson.write(record.snapshot()))
                > 0;
    }

    public void save(SnapshotRecord record) {
        handle.execute(
                "update redshift_snapshot set status = ?, shape = ? where id = ?",
                record.status(),
                ShapeJson.write(record.snapshot()),
                record.id());
    }

    public void delete(UUID id) {
        handle.execute("delete from redshift_snapshot where id = ?", id);
    }

    public Optional<SnapshotRecord> find(Caller owner, String identifier) {
        return handle.select(SELECT + OF_CALLER + "and identifier = ?", owner.accountId(), owner.region(), identifier)
                .map(SnapshotRecords::record)
                .findOne();
    }

    /** Returns a caller's snapshots in the order of their names. */
    public List<SnapshotRecord> all(Caller owner) {
        return handle.select(
                        SELECT + OF_CALLER + "order by identifier collate \"C\"", owner.accountId(), owner.region())
                .map(SnapshotRecords::record)
                .list();
    }

    /** Returns everybody's snapshots of a status, the oldest first. */
    public List<SnapshotRecord> in(String status) {
        return handle.select(SELECT + "where status = ? order by position", status)
                .map(SnapshotRecords::record)
                .list();
    }

    private static SnapshotRecord record(ResultSet row, StatementContext context) throws SQLException {
        return new SnapshotRecord(
                row.getObject("id", UUID.class),
                new Caller(row.getString("account"), row.getString("region")),
                row.getObject("source", UUID.class),
                ShapeJson.read(row.getString("shape"), Snapshot.builder()));
    }
}
