package io.laguna.emulator.redshiftdata.statement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.kit.event.Outbox;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * The book in which running statements are kept. The event of an end is written with it.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-monitoring-events.html">Events</a>
 */
record Ledger(State state, Clock clock) {
    /** "Results are kept for 24 hours". */
    static final Duration KEPT = Duration.ofHours(24);

    private static final String INTERRUPTED =
            "Laguna was stopped while the statement ran. Whether it took effect is not known.";

    /** Takes a statement for running; false when it has been cancelled before. */
    boolean pick(UUID id) {
        return state.write(transaction ->
                new StatementRecords(transaction).move(id, StatusString.SUBMITTED, StatusString.PICKED, now()));
    }

    void started(UUID id, long pid) {
        state.write(transaction -> {
            new StatementRecords(transaction).started(id, pid, now());
            return id;
        });
    }

    void write(UUID id, SqlRecord sql) {
        state.write(transaction -> {
            new StatementRecords(transaction).write(id, sql);
            return id;
        });
    }

    /** Ends a statement, with what its SQL texts have come to. */
    void end(StatementRecord statement, StatusString status, Optional<String> error, List<SqlRecord> sqls) {
        state.write(transaction -> {
            end(transaction, statement, status, error, sqls);
            return status;
        });
    }

    /** Ends a statement that has not been taken for running; false when it has. */
    boolean abortSubmitted(StatementRecord statement) {
        return state.write(transaction -> {
            StatementRecords records = new StatementRecords(transaction);
            boolean moved = records.move(statement.id(), StatusString.SUBMITTED, StatusString.ABORTED, now());
            if (moved) {
                tell(transaction, statement, StatusString.ABORTED, List.of());
            }
            return moved;
        });
    }

    /** Ends the statements that ran when Laguna was stopped. */
    void endInterrupted() {
        state.write(transaction -> {
            for (StatementRecord statement : new StatementRecords(transaction).interrupted()) {
                List<SqlRecord> sqls = statement.sqls().stream()
                        .map(sql -> new SqlRecord(
                                sql.number(),
                                sql.sql(),
                                StatusString.FAILED,
                                Optional.of(INTERRUPTED),
                                now(),
                                -1,
                                0,
                                -1,
                                -1,
                                Optional.empty()))
                        .toList();
                end(transaction, statement, StatusString.FAILED, Optional.of(INTERRUPTED), sqls);
            }
            return KEPT;
        });
    }

    private void end(
            Handle transaction,
            StatementRecord statement,
            StatusString status,
            Optional<String> error,
            List<SqlRecord> sqls) {
        StatementRecords records = new StatementRecords(transaction);
        sqls.forEach(sql -> records.write(statement.id(), sql));
        records.end(statement.id(), status, error, now());
        tell(transaction, statement, status, sqls);
    }

    private void tell(Handle transaction, StatementRecord statement, StatusString status, List<SqlRecord> sqls) {
        if (!statement.withEvent()) {
            return;
        }
        Optional<SqlRecord> only =
                statement.batch() ? Optional.empty() : sqls.stream().findFirst();
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("principal", "arn:aws:iam::" + statement.owner().accountId() + ":root")
                .put("statementName", statement.name().orElse(""))
                .put("statementId", statement.id().toString())
                .put("redshiftQueryId", only.map(SqlRecord::query).orElse(-1L))
                .put("state", status.toString())
                .put("rows", only.map(SqlRecord::rows).orElse(-1L))
                .put("expireAt", now().plus(KEPT).getEpochSecond());
        new Outbox(transaction)
                .put(Event.of(
                        "aws.redshift-data",
                        "Redshift Data Statement Status Change",
                        statement.owner(),
                        now(),
                        List.of(resource(statement)),
                        detail));
    }

    private static String resource(StatementRecord statement) {
        return statement
                .target()
                .cluster()
                .map(name -> statement.owner().arn("redshift", "cluster:" + name))
                .orElseGet(() -> {
                    String name = statement.target().workgroup().orElseThrow();
                    return name.startsWith("arn:")
                            ? name
                            : statement.owner().arn("redshift-serverless", "workgroup/" + name);
                });
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
