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
import software.amazon.awssdk.services.redshift.model.Cluster;

/** Clusters in the state, over one connection to it. */
public record ClusterRecords(Handle handle) {
    private static final String SELECT = "select * from redshift_cluster ";
    private static final String OF_CALLER = "where account = ? and region = ? ";

    /** Keeps a new cluster, and tells whether there was none of its name. */
    public boolean insert(ClusterRecord record) {
        return handle.execute(
                        "insert into redshift_cluster"
                                + " (namespace, account, region, identifier, status, port, shape, password, snapshot)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        record.namespace(),
                        record.owner().accountId(),
                        record.owner().region(),
                        record.identifier(),
                        record.status(),
                        record.port(),
                        ShapeJson.write(record.cluster()),
                        record.password().orElse(null),
                        record.snapshot().orElse(null))
                > 0;
    }

    public void save(ClusterRecord record) {
        handle.execute(
                "update redshift_cluster set identifier = ?, status = ?, port = ?, shape = ?, password = ?, snapshot = ?,"
                        + " renamed = ? where namespace = ?",
                record.identifier(),
                record.status(),
                record.port(),
                ShapeJson.write(record.cluster()),
                record.password().orElse(null),
                record.snapshot().orElse(null),
                record.renamed().orElse(null),
                record.namespace());
    }

    public void delete(UUID namespace) {
        handle.execute("delete from redshift_cluster where namespace = ?", namespace);
        new PortRecords(handle).release(namespace);
        new CredentialRecords(handle).deleteAll(namespace);
    }

    /** Returns a caller's cluster. */
    public Optional<ClusterRecord> find(Caller owner, String identifier) {
        return handle.select(SELECT + OF_CALLER + "and identifier = ?", owner.accountId(), owner.region(), identifier)
                .map(ClusterRecords::record)
                .findOne();
    }

    public Optional<ClusterRecord> find(UUID namespace) {
        return handle.select(SELECT + "where namespace = ?", namespace)
                .map(ClusterRecords::record)
                .findOne();
    }

    /** Returns a caller's cluster, and keeps others from changing it up to the transaction's end. */
    public Optional<ClusterRecord> lock(Caller owner, String identifier) {
        return handle.select(
                        SELECT + OF_CALLER + "and identifier = ? for update",
                        owner.accountId(),
                        owner.region(),
                        identifier)
                .map(ClusterRecords::record)
                .findOne();
    }

    public Optional<ClusterRecord> lock(UUID namespace) {
        return handle.select(SELECT + "where namespace = ? for update", namespace)
                .map(ClusterRecords::record)
                .findOne();
    }

    /** Returns a caller's clusters in the order of their names. */
    public List<ClusterRecord> all(Caller owner) {
        return handle.select(
                        SELECT + OF_CALLER + "order by identifier collate \"C\"", owner.accountId(), owner.region())
                .map(ClusterRecords::record)
                .list();
    }

    /** Returns everybody's clusters in the order in which they were made. */
    public List<ClusterRecord> all() {
        return handle.select(SELECT + "order by position")
                .map(ClusterRecords::record)
                .list();
    }

    private static ClusterRecord record(ResultSet row, StatementContext context) throws SQLException {
        return new ClusterRecord(
                row.getObject("namespace", UUID.class),
                new Caller(row.getString("account"), row.getString("region")),
                ShapeJson.read(row.getString("shape"), Cluster.builder()),
                row.getInt("port"),
                Optional.ofNullable(row.getString("password")),
                Optional.ofNullable(row.getObject("snapshot", UUID.class)),
                Optional.ofNullable(row.getString("renamed")));
    }
}
