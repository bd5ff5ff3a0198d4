package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.redshiftdata.result.ResultFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** A statement on its way from its turn to its end. */
final class Run implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final StatementRecord statement;
    private final Ledger ledger;
    private final Sessions sessions;
    private final ResultFiles results;
    private final AtomicReference<Optional<Statement>> current = new AtomicReference<>(Optional.empty());
    private final List<SqlRecord> done = new ArrayList<>();
    private volatile boolean cancelled;

    Run(StatementRecord statement, Ledger ledger, Sessions sessions, ResultFiles results) {
        this.statement = statement;
        this.ledger = ledger;
        this.sessions = sessions;
        this.results = results;
    }

    /** Cancels what runs now, and lets nothing more begin. */
    void cancel() {
        cancelled = true;
        current.get().ifPresent(Run::cancel);
    }

    private static void cancel(Statement running) {
        try {
            running.cancel();
        } catch (SQLException e) {
            LOG.warn("A statement of the Data API cannot be cancelled: {}", e.getMessage());
        }
    }

    @Override
    public void run() {
        if (!ledger.pick(statement.id())) {
            return;
        }
        Optional<String> error = attempt();
        StatusString status =
                error.isEmpty() ? StatusString.FINISHED : cancelled ? StatusString.ABORTED : StatusString.FAILED;
        for (SqlRecord sql : statement.sqls()) {
            if (sql.number() > done.size()) {
                done.add(SqlRun.ended(
                        sql,
                        error.isPresent() && !statement.batch() ? status : StatusString.ABORTED,
                        error.filter(text -> !statement.batch()),
                        ledger.now()));
            }
        }
        ledger.end(statement, status, cancelled ? Optional.empty() : error, done);
    }

    /** Runs the statement; returns why it has failed. The connection is given back before anybody is told of the end. */
    private Optional<String> attempt() {
        try (Sessions.Lease lease = sessions.lease(statement)) {
            Connection connection = lease.connection();
            ledger.started(statement.id(), connection.unwrap(PGConnection.class).getBackendPID());
            return statement.batch() ? transaction(connection) : all(connection);
        } catch (SQLException | SdkException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> transaction(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Optional<String> error = all(connection);
            if (error.isPresent()) {
                connection.rollback();
            } else {
                connection.commit();
            }
            return error;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private Optional<String> all(Connection connection) {
        for (SqlRecord sql : statement.sqls()) {
            SqlRecord ended = new SqlRun(statement, sql, results, ledger.clock()).run(connection, running -> {
                current.set(Optional.of(running));
                return !cancelled;
            });
            current.set(Optional.empty());
            SqlRecord told = ended.error().isPresent() && cancelled
                    ? SqlRun.ended(sql, StatusString.ABORTED, Optional.empty(), ledger.now())
                    : ended;
            done.add(told);
            if (ended.error().isPresent()) {
                return ended.error()
                        .map(text -> statement.batch() ? "Query #" + sql.number() + " failed with " + text : text);
            }
            if (statement.batch()) {
                ledger.write(statement.id(), told);
            }
        }
        return Optional.empty();
    }
}
