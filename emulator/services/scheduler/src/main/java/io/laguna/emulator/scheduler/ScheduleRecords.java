package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/** The schedules in the state, over one connection to it. */
final class ScheduleRecords {
    private static final String SELECT = "select s.*, g.account, g.region from scheduler_schedule s"
            + " join scheduler_group g on g.id = s.schedule_group where ";

    private final Handle handle;

    ScheduleRecords(Handle handle) {
        this.handle = handle;
    }

    /** Adds a schedule unless there is one of that name in the group, and tells whether it was added. */
    boolean insert(ScheduleRecord schedule) {
        return handle.createUpdate("insert into scheduler_schedule"
                                + " (id, schedule_group, name, definition, client_token, request, enabled,"
                                + " counted_from, next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (schedule_group, name) do nothing")
                        .bind(0, schedule.id())
                        .bind(1, schedule.group())
                        .bind(2, schedule.definition().name())
                        .bind(3, ShapeJson.write(schedule.definition()))
                        .bind(4, schedule.creation().clientToken().orElse(null))
                        .bind(5, schedule.creation().request())
                        .bind(6, Definition.isEnabled(schedule.definition()))
                        .bind(7, schedule.countedFrom())
                        .bind(8, schedule.nextAt().orElse(null))
                        .execute()
                == 1;
    }

    void update(ScheduleRecord schedule) {
        handle.createUpdate("update scheduler_schedule set definition = ?, enabled = ?, counted_from = ?, next_at = ?"
                        + " where id = ?")
                .bind(0, ShapeJson.write(schedule.definition()))
                .bind(1, Definition.isEnabled(schedule.definition()))
                .bind(2, schedule.countedFrom())
                .bind(3, schedule.nextAt().orElse(null))
                .bind(4, schedule.id())
                .execute();
    }

    void delete(UUID schedule) {
        handle.execute("delete from scheduler_schedule where id = ?", schedule);
    }

    /** Returns the schedule with a name, which nobody else changes before the transaction ends. */
    ScheduleRecord locked(GroupRecord group, String name) {
        return find(group, name, " for update of s").orElseThrow(() -> Failures.noSchedule(name));
    }

    Optional<ScheduleRecord> find(GroupRecord group, String name) {
        return find(group, name, "");
    }

    List<ScheduleRecord> all(Caller owner) {
        return handle.select(SELECT + "g.account = ? and g.region = ?", owner.accountId(), owner.region())
                .map((row, context) -> schedule(row))
                .list();
    }

    /** Returns the schedules of which an occurrence has come, locked as by {@link #locked}. */
    List<ScheduleRecord> due(Instant now) {
        return handle.select(SELECT + "s.next_at <= ? order by s.next_at for update of s", now)
                .map((row, context) -> schedule(row))
                .list();
    }

    Optional<ScheduleRecord> locked(UUID id) {
        return handle.select(SELECT + "s.id = ? for update of s", id)
                .map((row, context) -> schedule(row))
                .findOne();
    }

    private Optional<ScheduleRecord> find(GroupRecord group, String name, String lock) {
        return handle.select(SELECT + "s.schedule_group = ? and s.name = ?" + lock, group.id(), name)
                .map((row, context) -> schedule(row))
                .findOne();
    }

    private static ScheduleRecord schedule(ResultSet row) throws SQLException {
        return new ScheduleRecord(
                row.getObject("id", UUID.class),
                row.getObject("schedule_group", UUID.class),
                new Caller(row.getString("account"), row.getString("region")),
                ShapeJson.read(row.getString("definition"), GetScheduleResponse.builder()),
                new ScheduleRecord.Creation(
                        Optional.ofNullable(row.getString("client_token")), row.getString("request")),
                row.getTimestamp("counted_from").toInstant(),
                Optional.ofNullable(row.getTimestamp("next_at")).map(Timestamp::toInstant));
    }
}
