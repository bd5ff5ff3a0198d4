package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.redshiftdata.connect.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** The statements in the state, over one connection to it. */
public record StatementRecords(Handle handle) {
    private static final String RUNNING = "status in ('SUBMITTED', 'PICKED', 'STARTED')";

    /** Keeps a new statement, unless its token has come before. */
    boolean insert(StatementRecord statement, Optional<String> token) {
        int made = handle.execute(
                "insert into redshiftdata_statement (id, account, region, name, cluster, workgroup, database, db_user,"
                        + " secret, is_batch, format, session, keep_alive, with_event, parameters, token, request,"
                        + " status, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                statement.id(),
                statement.owner().accountId(),
                statement.owner().region(),
                statement.name().orElse(null),
                statement.target().cluster().orElse(null),
                statement.target().workgroup().orElse(null),
                statement.target().database(),
                statement.target().dbUser().orElse(null),
                statement.target().secret().orElse(null),
                statement.batch(),
                statement.format(),
                statement.session().orElse(null),
                statement.keepAlive().orElse(null),
                statement.withEvent(),
                ShapeJson.write(ExecuteStatementRequest.builder()
                        .parameters(statement.parameters())
                        .build()),
                token.orElse(null),
                statement.request(),
                statement.status().toString(),
                Timestamp.from(statement.createdAt()),
                Timestamp.from(statement.updatedAt()));
        if (made == 0) {
            return false;
        }
        for (SqlRecord sql : statement.sqls()) {
            handle.execute(
                    "insert into redshiftdata_sql (statement, number, sql, status, updated_at) values (?, ?, ?, ?, ?)",
                    statement.id(),
                    sql.number(),
                    sql.sql(),
                    sql.status().toString(),
                    Timestamp.from(sql.updatedAt()));
        }
        return true;
    }

    public Optional<StatementRecord> find(Caller owner, UUID id) {
        return handle.select(
                        "select * from redshiftdata_statement where id = ? and account = ? and region = ?",
                        id,
                        owner.accountId(),
                        owner.region())
                .map(this::read)
                .findFirst();
    }

    Optional<StatementRecord> byToken(Caller owner, String token) {
        return handle.select(
                        "select * from redshiftdata_statement where account = ? and region = ? and token = ?",
                        owner.accountId(),
                        owner.region(),
                        token)
                .map(this::read)
                .findFirst();
    }

    /** Returns statements that began before a number, the latest first, one more than fit on a page. */
    List<StatementRecord> list(StatementFilter filter, long before, int size) {
        return handle.createQuery("select * from redshiftdata_statement where account = :account and region = :region"
                        + " and number < :before and starts_with(coalesce(name, ''), :name)"
                        + " and (:status = 'ALL' or status = :status)"
                        + " and (:database = '' or database = :database)"
                        + " and (:cluster = '' or cluster = :cluster)"
                        + " and (:workgroup = '' or workgroup = :workgroup)"
                        + " order by number desc limit :size")
                .bind("account", filter.owner().accountId())
                .bind("region", filter.owner().region())
                .bind("before", before)
                .bind("name", filter.name())
                .bind("status", filter.status())
                .bind("database", filter.database())
                .bind("cluster", filter.cluster())
                .bind("workgroup", filter.workgroup())
                .bind("size", size + 1)
                .map(this::read)
                .list();
    }

    /** Returns how many statements of a cluster or workgroup have not ended. */
    int running(Target target) {
        return handle.select(
                        "select count(*) from redshiftdata_statement where " + RUNNING
                                + " and coalesce(cluster, workgroup) = ?",
                        target.cluster().or(target::workgroup).orElseThrow())
                .mapTo(Integer.class)
                .one();
    }

    boolean isBusy(UUID session) {
        return handle.select(
                        "select exists (select from redshiftdata_statement where " + RUNNING + " and session = ?)",
                        session)
                .mapTo(Boolean.class)
                .one();
    }

    /** Returns the statements that wait for their turn, in their order. */
    List<StatementRecord> submitted() {
        return handle.select("select * from redshiftdata_statement where status = 'SUBMITTED' order by number")
                .map(this::read)
                .list();
    }

    /** Returns the statements that were running, and are not any more. */
    List<StatementRecord> interrupted() {
        return handle.select("select * from redshiftdata_statement where status in ('PICKED', 'STARTED')")
                .map(this::read)
                .list();
    }

    /** Changes a statement's state where it has another one now; tells whether it had. */
    boolean move(UUID id, StatusString from, StatusString to, Instant now) {
        int moved = handle.execute(
                "update redshiftdata_statement set status = ?, updated_at = ? where id = ? and status = ?",
                to.toString(),
                Timestamp.from(now),
                id,
                from.toString());
        if (moved > 0) {
            handle.execute(
                    "update redshiftdata_sql set status = ?, updated_at = ? where statement = ? and status = ?",
                    to.toString(),
                    Timestamp.from(now),
                    id,
                    from.toString());
        }
        return moved > 0;
    }

    void started(UUID id, long pid, Instant now) {
        handle.execute(
                "update redshiftdata_statement set status = 'STARTED', pid = ?, updated_at = ? where id = ?",
                pid,
                Timestamp.from(now),
                id);
    }

    void end(UUID id, StatusString status, Optional<String> error, Instant now) {
        handle.execute(
                "update redshiftdata_statement set status = ?, error = ?, updated_at = ? where id = ?",
                status.toString(),
                error.orElse(null),
                Timestamp.from(now),
                id);
    }

    void write(UUID statement, SqlRecord sql) {
        handle.execute(
                "update redshiftdata_sql set status = ?, error = ?, updated_at = ?, duration = ?, query = ?, rows = ?,"
                        + " size = ?, columns = ? where statement = ? and number = ?",
                sql.status().toString(),
                sql.error().orElse(null),
                Timestamp.from(sql.updatedAt()),
                sql.duration(),
                sql.query(),
                sql.rows(),
                sql.size(),
                sql.columns().orElse(null),
                statement,
                sql.number());
    }

    /** Deletes the statements that ended before a time; returns their ids. */
    List<UUID> expire(Instant before) {
        return handle.select(
                        "delete from redshiftdata_statement where not (" + RUNNING
                                + ") and updated_at < ? returning id",
                        Timestamp.from(before))
                .mapTo(UUID.class)
                .list();
    }

    private StatementRecord read(ResultSet row, StatementContext context) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new StatementRecord(
                id,
                row.getLong("number"),
                new Caller(row.getString("account"), row.getString("region")),
                new Target(
                        text(row, "cluster"),
                        text(row, "workgroup"),
                        row.getString("database"),
                        text(row, "db_user"),
                        text(row, "secret")),
                text(row, "name"),
                row.getBoolean("is_batch"),
                row.getString("format"),
                Optional.ofNullable(row.getObject("session", UUID.class)),
                Optional.ofNullable(row.getObject("keep_alive", Integer.class)),
                row.getBoolean("with_event"),
                ShapeJson.read(row.getString("parameters"), ExecuteStatementRequest.builder())
                        .parameters(),
                row.getString("request"),
                StatusString.fromValue(row.getString("status")),
                text(row, "error"),
                Optional.ofNullable(row.getObject("pid", Long.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                sqls(id));
    }

    private List<SqlRecord> sqls(UUID statement) {
        return handle.select("select * from redshiftdata_sql where statement = ? order by number", statement)
                .map((row, context) -> new SqlRecord(
                        row.getInt("number"),
                        row.getString("sql"),
                        StatusString.fromValue(row.getString("status")),
                        text(row, "error"),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getLong("duration"),
                        row.getLong("query"),
                        row.getLong("rows"),
                        row.getLong("size"),
                        text(row, "columns")))
                .list();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
