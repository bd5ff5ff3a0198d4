package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.redshiftserverless.model.Namespace;

/** Namespaces in the state, over one connection to it. */
record NamespaceRecords(Handle handle) {
    private static final String SELECT = "select * from redshift_namespace ";
    private static final String OF_CALLER = "where account = ? and region = ? ";

    /** Keeps a new namespace, and tells whether there was none of its name. */
    boolean insert(NamespaceRecord record) {
        return handle.execute(
                        "insert into redshift_namespace (id, account, region, name, status, shape, password, snapshot)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        record.id(),
                        record.owner().accountId(),
                        record.owner().region(),
                        record.name(),
                        record.status().toString(),
                        ShapeJson.write(record.namespace()),
                        record.password().orElse(null),
                        record.snapshot().orElse(null))
                > 0;
    }

    void save(NamespaceRecord record) {
        handle.execute(
                "update redshift_namespace set status = ?, shape = ?, password = ?, snapshot = ? where id = ?",
                record.status().toString(),
                ShapeJson.write(record.namespace()),
                record.password().orElse(null),
                record.snapshot().orElse(null),
                record.id());
    }

    void delete(UUID id) {
        handle.execute("delete from redshift_namespace where id = ?", id);
        handle.execute("delete from redshift_credential where namespace = ?", id);
    }

    /** Returns a caller's namespace, which nobody else changes up to the transaction's end. */
    NamespaceRecord known(Caller owner, String name) {
        new Constraints().name("namespaceName", name).check();
        return handle.select(SELECT + OF_CALLER + "and name = ? for update", owner.accountId(), owner.region(), name)
                .map(NamespaceRecords::record)
                .findOne()
                .orElseThrow(() -> Failures.notFound("namespace", name));
    }

    Optional<NamespaceRecord> lock(UUID id) {
        return handle.select(SELECT + "where id = ? for update", id)
                .map(NamespaceRecords::record)
                .findOne();
    }

    /** Returns a caller's namespaces in the order of their names. */
    List<NamespaceRecord> all(Caller owner) {
        return handle.select(SELECT + OF_CALLER + "order by name collate \"C\"", owner.accountId(), owner.region())
                .map(NamespaceRecords::record)
                .list();
    }

    /** Returns everybody's namespaces that are not as they are to be. */
    List<NamespaceRecord> unfinished() {
        return handle.select(SELECT + "where status <> 'AVAILABLE'")
                .map(NamespaceRecords::record)
                .list();
    }

    private static NamespaceRecord record(ResultSet row, StatementContext context) throws SQLException {
        return new NamespaceRecord(
                row.getObject("id", UUID.class),
                new Caller(row.getString("account"), row.getString("region")),
                ShapeJson.read(row.getString("shape"), Namespace.builder()),
                Optional.ofNullable(row.getString("password")),
                Optional.ofNullable(row.getObject("snapshot", UUID.class)));
    }
}
