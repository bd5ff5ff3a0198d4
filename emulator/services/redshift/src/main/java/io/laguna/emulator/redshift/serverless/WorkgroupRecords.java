package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.redshift.record.PortRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.redshiftserverless.model.Workgroup;

/** Workgroups in the state, over one connection to it. */
record WorkgroupRecords(Handle handle) {
    private static final String SELECT = "select * from redshift_workgroup ";
    private static final String OF_CALLER = "where account = ? and region = ? ";

    /** Keeps a new workgroup, and tells whether there was none of its name. */
    boolean insert(WorkgroupRecord record) {
        return handle.execute(
                        "insert into redshift_workgroup (id, account, region, name, namespace, status, port, shape)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        record.id(),
                        record.owner().accountId(),
                        record.owner().region(),
                        record.name(),
                        record.namespace(),
                        record.status().toString(),
                        record.port(),
                        ShapeJson.write(record.workgroup()))
                > 0;
    }

    void save(WorkgroupRecord record) {
        handle.execute(
                "update redshift_workgroup set status = ?, port = ?, shape = ? where id = ?",
                record.status().toString(),
                record.port(),
                ShapeJson.write(record.workgroup()),
                record.id());
    }

    void delete(WorkgroupRecord record) {
        handle.execute("delete from redshift_workgroup where id = ?", record.id());
        new PortRecords(handle).release(record.namespace());
    }

    /** Returns a caller's workgroup, which nobody else changes up to the transaction's end. */
    WorkgroupRecord known(Caller owner, String name) {
        new Constraints().name("workgroupName", name).check();
        return handle.select(SELECT + OF_CALLER + "and name = ? for update", owner.accountId(), owner.region(), name)
                .map(WorkgroupRecords::record)
                .findOne()
                .orElseThrow(() -> Failures.notFound("workgroup", name));
    }

    /** Returns the workgroup that serves a namespace. */
    Optional<WorkgroupRecord> of(UUID namespace) {
        return handle.select(SELECT + "where namespace = ?", namespace)
                .map(WorkgroupRecords::record)
                .findOne();
    }

    /** Returns a caller's workgroups in the order of their names. */
    List<WorkgroupRecord> all(Caller owner) {
        return handle.select(SELECT + OF_CALLER + "order by name collate \"C\"", owner.accountId(), owner.region())
                .map(WorkgroupRecords::record)
                .list();
    }

    /** Returns everybody's workgroups. */
    List<WorkgroupRecord> all() {
        return handle.select(SELECT).map(WorkgroupRecords::record).list();
    }

    private static WorkgroupRecord record(ResultSet row, StatementContext context) throws SQLException {
        return new WorkgroupRecord(
                row.getObject("id", UUID.class),
                new Caller(row.getString("account"), row.getString("region")),
                row.getObject("namespace", UUID.class),
                row.getInt("port"),
                ShapeJson.read(row.getString("shape"), Workgroup.builder()));
    }
}
