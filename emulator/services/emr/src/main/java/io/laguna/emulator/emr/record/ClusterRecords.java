package io.laguna.emulator.emr.record;

import io.laguna.emulator.emr.request.Constraints;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;

/** Clusters in the state, over one connection to it. */
public final class ClusterRecords {
    private static final String COLUMNS = "select account, region, cluster, idle_since from emr_cluster ";

    private final Handle handle;

    public ClusterRecords(Handle handle) {
        this.handle = handle;
    }

    public void insert(ClusterRecord record, RunJobFlowRequest request) {
        handle.execute(
                "insert into emr_cluster (id, account, region, state, created_at, request, cluster)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                record.id(),
                record.owner().accountId(),
                record.owner().region(),
                record.state().toString(),
                Timestamp.from(record.cluster().status().timeline().creationDateTime()),
                ShapeJson.write(request),
                ShapeJson.write(record.cluster()));
    }

    public void save(ClusterRecord record) {
        handle.execute(
                "update emr_cluster set state = ?, idle_since = ?, cluster = ? where id = ?",
                record.state().toString(),
                record.idleSince().map(Timestamp::from).orElse(null),
                ShapeJson.write(record.cluster()),
                record.id());
    }

    /** A cluster of the caller's. */
    public Optional<ClusterRecord> find(Caller caller, String id) {
        new Constraints().text("clusterId", id).check();
        return handle.select(
                        COLUMNS + "where id = ? and account = ? and region = ?",
                        id,
                        caller.accountId(),
                        caller.region())
                .map(ClusterRecords::record)
                .findOne();
    }

    /** The cluster, which nobody else changes before this transaction has ended. */
    public Optional<ClusterRecord> lock(String id) {
        new Constraints().text("clusterId", id).check();
        return handle.select(COLUMNS + "where id = ? for update", id)
                .map(ClusterRecords::record)
                .findOne();
    }

    public RunJobFlowRequest request(String id) {
        return ShapeJson.read(
                handle.select("select request from emr_cluster where id = ?", id)
                        .mapTo(String.class)
                        .one(),
                RunJobFlowRequest.builder());
    }

    /** The caller's clusters, the newest first. */
    public List<ClusterRecord> all(Caller caller) {
        return handle.select(
                        COLUMNS + "where account = ? and region = ? order by position desc",
                        caller.accountId(),
                        caller.region())
                .map(ClusterRecords::record)
                .list();
    }

    /** The ids of everybody's clusters that have not ended, the oldest first. */
    public List<String> unfinished() {
        return handle.select("select id from emr_cluster"
                        + " where state not in ('TERMINATED', 'TERMINATED_WITH_ERRORS') order by position")
                .mapTo(String.class)
                .list();
    }

    private static ClusterRecord record(ResultSet row, StatementContext context) throws SQLException {
        Optional<Instant> idle =
                Optional.ofNullable(row.getTimestamp("idle_since")).map(Timestamp::toInstant);
        return new ClusterRecord(
                new Caller(row.getString("account"), row.getString("region")),
                ShapeJson.read(row.getString("cluster"), Cluster.builder()),
                idle);
    }
}
