package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.redshiftdata.result.ResultFiles;
import io.laguna.emulator.redshiftdata.result.ResultFiles.Written;
import io.laguna.redshift.sql.Dialect;
import io.laguna.redshift.sql.text.SqlError;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** One SQL text of a statement, run on a connection. */
record SqlRun(StatementRecord statement, SqlRecord sql, ResultFiles results, Clock clock) {
    private static final int ROWS_AT_ONCE = 1000;

    /**
     * Runs the text.
     *
     * @param begins is given what is about to run, and tells whether it may
     * @return the text with its figures or its error
     */
    SqlRecord run(Connection connection, Predicate<Statement> begins) {
        long begin = System.nanoTime();
        try (Statement running = connection.createStatement()) {
            running.setEscapeProcessing(false);
            String text = NamedParameters.of(statement.parameters()).filled(sql.sql());
            int commands = commands(text);
            Outcome outcome = begins.test(running) ? execute(connection, running, text, commands) : cancelled();
            return new SqlRecord(
                    sql.number(),
                    sql.sql(),
                    StatusString.FINISHED,
                    Optional.empty(),
                    now(),
                    System.nanoTime() - begin,
                    query(connection),
                    outcome.rows(),
                    outcome.size(),
                    outcome.columns());
        } catch (SQLException | IOException e) {
            String told = e.getMessage() == null ? e.toString() : e.getMessage();
            return new SqlRecord(
                    sql.number(),
                    sql.sql(),
                    StatusString.FAILED,
                    Optional.of(told),
                    now(),
                    System.nanoTime() - begin,
                    0,
                    -1,
                    -1,
                    Optional.empty());
        }
    }

    /** Returns a text that has ended without running to its end. */
    static SqlRecord ended(SqlRecord sql, StatusString status, Optional<String> error, Instant now) {
        return new SqlRecord(sql.number(), sql.sql(), status, error, now, -1, 0, -1, -1, Optional.empty());
    }

    /** The figures of a text that has run. */
    private record Outcome(long rows, long size, Optional<String> columns) {}

    private static Outcome cancelled() throws SQLException {
        throw new SQLException("ERROR: Query cancelled on user's request", "57014");
    }

    /**
     * Returns how many commands a text has. One with parameters is prepared, which the protocol does for a single command; others
     * run one after the other in one transaction, as AWS runs the tables of
     * <a href="https://github.com/apache/airflow/blob/main/providers/amazon/tests/system/amazon/aws/example_redshift_s3_transfers.py">
     * Airflow's own tests</a>.
     */
    private int commands(String text) throws SQLException {
        try {
            int commands = Dialect.of(relation -> Optional.empty()).split(text).size();
            if (commands > 1 && !statement.parameters().isEmpty()) {
                throw new SQLException("ERROR: cannot insert multiple commands into a prepared statement", "42601");
            }
            return commands;
        } catch (SqlError e) {
            throw new SQLException("ERROR: " + e.getMessage(), e.state(), e);
        }
    }

    private Outcome execute(Connection connection, Statement running, String text, int commands)
            throws SQLException, IOException {
        boolean byCursor = commands == 1 && connection.getAutoCommit() && isIdle(connection) && isQuery(text);
        if (byCursor) {
            connection.setAutoCommit(false);
        }
        running.setFetchSize(connection.getAutoCommit() ? 0 : ROWS_AT_ONCE);
        try {
            boolean hasRows = running.execute(text);
            for (int command = 1; command < commands; command++) {
                hasRows = running.getMoreResults();
            }
            Outcome outcome = hasRows ? kept(running.getResultSet()) : changed(running);
            if (byCursor) {
                connection.commit();
            }
            return outcome;
        } catch (SQLException | IOException e) {
            if (byCursor && !connection.isClosed()) {
                connection.rollback();
            }
            throw e;
        } finally {
            if (byCursor && !connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private Outcome kept(ResultSet rows) throws SQLException, IOException {
        Written written = results.write(statement.id(), sql.number(), rows);
        return new Outcome(written.rows(), written.bytes(), Optional.of(written.columns()));
    }

    private static Outcome changed(Statement running) throws SQLException {
        return new Outcome(Math.max(0, running.getLargeUpdateCount()), 0, Optional.empty());
    }

    private static boolean isIdle(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
    }

    /** Tells whether a text only reads, so that its rows can be fetched bit by bit. */
    private static boolean isQuery(String text) {
        String first = text.strip().toLowerCase(Locale.ROOT);
        return first.startsWith("select") || first.startsWith("with") || first.startsWith("(");
    }

    private static long query(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_last_query_id()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
