package io.laguna.emulator.sqs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tasks that move messages, over one connection to the state. */
record MoveRecords(Handle handle) {
    private static final String ACTIVE = " status in ('RUNNING', 'CANCELLING')";

    void insert(MoveRecord move) {
        handle.execute(
                "insert into sqs_move (task, source, destination, rate, status, total, started_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                move.task(),
                move.source(),
                move.destination().orElse(null),
                move.rate().orElse(null),
                move.status(),
                move.total(),
                Timestamp.from(move.startedAt()));
    }

    List<MoveRecord> active() {
        return handle.select("select * from sqs_move where" + ACTIVE + " order by started_at")
                .map(MoveRecords::read)
                .list();
    }

    /** Returns a task, held until the end of the transaction. */
    Optional<MoveRecord> lock(UUID task) {
        return handle.select("select * from sqs_move where task = ? for update", task)
                .map(MoveRecords::read)
                .findFirst();
    }

    /** Returns the tasks of a queue, the latest first. */
    List<MoveRecord> of(QueueRecord source) {
        return handle.select("select * from sqs_move where source = ? order by started_at desc, task", source.id())
                .map(MoveRecords::read)
                .list();
    }

    boolean isMoving(QueueRecord source) {
        return of(source).stream()
                .anyMatch(move -> move.status().equals(MoveRecord.RUNNING)
                        || move.status().equals(MoveRecord.CANCELLING));
    }

    void count(UUID task, int moved) {
        handle.execute("update sqs_move set moved = moved + ? where task = ?", moved, task);
    }

    void end(UUID task, String status, Optional<String> failure) {
        handle.execute(
                "update sqs_move set status = ?, failure = ? where task = ?", status, failure.orElse(null), task);
    }

    /** Returns the places of the messages that are there to be moved, each with the queue that it came from. */
    List<Letter> letters(long source, int most, Instant now) {
        return handle.select(
                        "select id, source from sqs_message where queue = ? and visible_at <= ? order by id limit ?"
                                + " for update skip locked",
                        source,
                        Timestamp.from(now),
                        most)
                .map((row, context) -> new Letter(row.getLong("id"), Optional.ofNullable(row.getString("source"))))
                .list();
    }

    /** A dead letter: its place, and the ARN of the queue that it came from. */
    record Letter(long id, Optional<String> source) {}

    /** Puts a message at the end of another queue, as a new one. */
    void move(long message, QueueRecord destination, Instant now) {
        handle.execute(
                "update sqs_message set queue = ?, id = default, message = gen_random_uuid(), sent_at = ?, visible_at = ?,"
                        + " received = 0, first_received_at = null, receipt = null, attempt = null, source = null"
                        + " where id = ?",
                destination.id(),
                Timestamp.from(now),
                Timestamp.from(now.plusSeconds(destination.number(QueueSetting.DELAY))),
                message);
    }

    private static MoveRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new MoveRecord(
                row.getObject("task", UUID.class),
                row.getLong("source"),
                Optional.ofNullable(row.getString("destination")),
                Optional.ofNullable(row.getObject("rate", Integer.class)),
                row.getString("status"),
                row.getLong("moved"),
                row.getLong("total"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getString("failure")));
    }
}
