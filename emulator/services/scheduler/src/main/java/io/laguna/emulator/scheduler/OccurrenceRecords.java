package io.laguna.emulator.scheduler;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The occurrences in the state, over one connection to it. */
final class OccurrenceRecords {
    private final Handle handle;

    OccurrenceRecords(Handle handle) {
        this.handle = handle;
    }

    /** Adds an occurrence that is to be tried. An occurrence that is known already stays as it is. */
    void plan(Occurrence occurrence) {
        insert(occurrence, "PENDING", Optional.empty());
    }

    /** Adds an occurrence that is never tried. */
    void miss(Occurrence occurrence, String reason) {
        insert(occurrence, "MISSED", Optional.of(reason));
    }

    /** Returns the occurrences that are due, the earliest first. */
    List<Occurrence> due(Instant now) {
        return handle.select(
                        "select * from scheduler_occurrence where state = 'PENDING' and due_at <= ? order by due_at",
                        now)
                .map((row, context) -> occurrence(row))
                .list();
    }

    /** Returns the occurrences that were begun and whose end nobody knows. */
    List<Occurrence> begun() {
        return handle.select("select * from scheduler_occurrence where state = 'BEGUN' order by due_at")
                .map((row, context) -> occurrence(row))
                .list();
    }

    /** Begins an attempt, and tells whether it is this caller's to make. */
    boolean begin(Occurrence occurrence) {
        return handle.execute(
                        "update scheduler_occurrence set state = 'BEGUN', attempt = attempt + 1"
                                + " where id = ? and state = 'PENDING'",
                        occurrence.id())
                == 1;
    }

    void done(Occurrence occurrence) {
        handle.execute("update scheduler_occurrence set state = 'DONE' where id = ?", occurrence.id());
    }

    void fail(Occurrence occurrence, String reason) {
        handle.execute(
                "update scheduler_occurrence set state = 'FAILED', reason = ? where id = ?", reason, occurrence.id());
    }

    /** Plans another attempt for that time, after so many attempts. */
    void again(Occurrence occurrence, Instant time, int attempts, String reason) {
        handle.execute(
                "update scheduler_occurrence set state = 'PENDING', due_at = ?, attempt = ?, reason = ? where id = ?",
                time,
                attempts,
                reason,
                occurrence.id());
    }

    /** Cancels the occurrences of a schedule that were still to be tried. */
    List<Occurrence> cancel(UUID schedule, String reason) {
        return handle.createQuery("update scheduler_occurrence set state = 'MISSED', reason = :reason"
                        + " where schedule = :schedule and state = 'PENDING' returning *")
                .bind("reason", reason)
                .bind("schedule", schedule)
                .map((row, context) -> occurrence(row))
                .list();
    }

    boolean hasOpen(UUID schedule) {
        return handle.select(
                        "select exists (select from scheduler_occurrence"
                                + " where schedule = ? and state in ('PENDING', 'BEGUN'))",
                        schedule)
                .mapTo(Boolean.class)
                .one();
    }

    /** Returns the time at which there is something to do next, by schedules and occurrences. */
    Optional<Instant> next() {
        return handle.select("select least((select min(next_at) from scheduler_schedule),"
                        + " (select min(due_at) from scheduler_occurrence where state = 'PENDING')) as next")
                .map((row, context) ->
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .one();
    }

    private void insert(Occurrence occurrence, String state, Optional<String> reason) {
        handle.createUpdate("insert into scheduler_occurrence"
                        + " (id, schedule, scheduled_at, due_at, state, attempt, reason) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (schedule, scheduled_at) do nothing")
                .bind(0, occurrence.id())
                .bind(1, occurrence.schedule())
                .bind(2, occurrence.scheduledAt())
                .bind(3, occurrence.dueAt())
                .bind(4, state)
                .bind(5, occurrence.attempt())
                .bind(6, reason.orElse(null))
                .execute();
    }

    private static Occurrence occurrence(ResultSet row) throws SQLException {
        return new Occurrence(
                row.getObject("id", UUID.class),
                row.getObject("schedule", UUID.class),
                row.getTimestamp("scheduled_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getInt("attempt"));
    }
}
