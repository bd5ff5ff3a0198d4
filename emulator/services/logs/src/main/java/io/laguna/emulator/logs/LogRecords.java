package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Groups and streams in the state, over one connection to it. */
record LogRecords(Handle handle) {
    private static final String GROUPS = "select id, name, created_at, retention, class, stored_bytes,"
            + " (select count(*) from logs_metric_filter f where f.log_group = logs_group.id) as filters from logs_group"
            + " where account = ? and region = ?";
    private static final String STREAMS =
            "select id, name, created_at, first_event, last_event, last_ingestion from logs_stream where log_group = ?";

    /** Makes a group; tells whether there was none of the name. */
    boolean insertGroup(Caller caller, String name, String logClass, long now) {
        return handle.execute(
                        "insert into logs_group (account, region, name, class, created_at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        caller.accountId(),
                        caller.region(),
                        name,
                        logClass,
                        now)
                == 1;
    }

    /** Makes a stream; tells whether there was none of the name. */
    boolean insertStream(long group, String name, long now) {
        return handle.execute(
                        "insert into logs_stream (log_group, name, created_at) values (?, ?, ?) on conflict do nothing",
                        group,
                        name,
                        now)
                == 1;
    }

    List<GroupRecord> groups(Caller caller) {
        return handle.select(GROUPS + " order by name collate \"C\"", caller.accountId(), caller.region())
                .map(LogRecords::readGroup)
                .list();
    }

    Optional<GroupRecord> group(Caller caller, String name) {
        return handle.select(GROUPS + " and name = ?", caller.accountId(), caller.region(), name)
                .map(LogRecords::readGroup)
                .findFirst();
    }

    List<StreamRecord> streams(long group) {
        return handle.select(STREAMS + " order by name collate \"C\"", group)
                .map(LogRecords::readStream)
                .list();
    }

    Optional<StreamRecord> stream(long group, String name) {
        return handle.select(STREAMS + " and name = ?", group, name)
                .map(LogRecords::readStream)
                .findFirst();
    }

    void deleteGroup(long group) {
        handle.execute("delete from logs_group where id = ?", group);
    }

    void deleteStream(long stream) {
        handle.execute("delete from logs_stream where id = ?", stream);
    }

    /** Keeps the days of a group; empty for ever. */
    void retain(long group, Optional<Integer> days) {
        handle.execute("update logs_group set retention = ? where id = ?", days.orElse(null), group);
    }

    /** Notes that events have arrived. */
    void arrived(GroupRecord group, StreamRecord stream, long first, long last, long now, long bytes) {
        handle.execute(
                "update logs_stream set first_event = least(coalesce(first_event, ?), ?),"
                        + " last_event = greatest(coalesce(last_event, ?), ?), last_ingestion = ? where id = ?",
                first,
                first,
                last,
                last,
                now,
                stream.id());
        handle.execute("update logs_group set stored_bytes = stored_bytes + ? where id = ?", bytes, group.id());
    }

    /** Deletes the events that are older than their groups keep them. */
    void expire(long now) {
        handle.execute(
                "delete from logs_event e using logs_stream s, logs_group g where e.stream = s.id and s.log_group = g.id"
                        + " and g.retention is not null and e.time < ? - g.retention * 86400000::bigint",
                now);
    }

    private static GroupRecord readGroup(ResultSet row, StatementContext context) throws SQLException {
        return new GroupRecord(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("created_at"),
                Optional.ofNullable(row.getObject("retention", Integer.class)),
                row.getString("class"),
                row.getLong("stored_bytes"),
                row.getInt("filters"));
    }

    private static StreamRecord readStream(ResultSet row, StatementContext context) throws SQLException {
        return new StreamRecord(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("created_at"),
                Optional.ofNullable(row.getObject("first_event", Long.class)),
                Optional.ofNullable(row.getObject("last_event", Long.class)),
                Optional.ofNullable(row.getObject("last_ingestion", Long.class)));
    }
}
