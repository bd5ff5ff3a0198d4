package io.laguna.emulator.redshift.system;

import io.laguna.engines.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Properties;

/** The writing of statements into {@code laguna.query_log} of their database, as Laguna's own superuser. */
final class LogWriter {
    private static final int LONGEST_TEXT = 65_535;
    private static final int LONGEST_ERROR = 512;
    /** "Seven days of log history" are kept. */
    private static final String FORGET =
            "DELETE FROM laguna.query_log WHERE starttime < (now() AT TIME ZONE 'UTC') - interval '7 days';"
                    + " DELETE FROM laguna.upkeep_log WHERE starttime < (now() AT TIME ZONE 'UTC') - interval '7 days'";

    /** Statements that an earlier process has not ended: its sessions are gone. */
    private static final String END =
            "UPDATE laguna.query_log SET endtime = (now() AT TIME ZONE 'UTC'), aborted = true,"
                    + " error = 'terminating connection due to administrator command' WHERE endtime IS NULL AND query < ?";

    private static final String WRITE =
            "INSERT INTO laguna.query_log (query, userid, user_name, pid, database, label, text, kind, starttime, endtime,"
                    + " aborted, error, rows, bytes)"
                    + " VALUES (?, coalesce((SELECT oid::int FROM pg_catalog.pg_roles WHERE rolname = ?), 0), ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (query) DO UPDATE SET endtime = excluded.endtime, aborted = excluded.aborted,"
                    + " error = excluded.error, rows = excluded.rows, bytes = excluded.bytes";

    private LogWriter() {}

    /** Writes statements, or what has changed of them. */
    static void write(DatabaseAccess database, Collection<Logged> statements) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            connection.setAutoCommit(false);
            for (Logged statement : statements) {
                fill(write, statement);
                write.addBatch();
            }
            write.executeBatch();
            connection.commit();
        }
    }

    private static void fill(PreparedStatement write, Logged statement) throws SQLException {
        write.setLong(1, statement.query());
        write.setString(2, statement.who().role());
        write.setString(3, statement.who().role());
        write.setInt(4, statement.who().processId());
        write.setString(5, statement.who().database());
        write.setString(6, statement.note().label());
        write.setString(7, cut(statement.note().text(), LONGEST_TEXT));
        write.setString(8, statement.note().kind());
        write.setObject(9, utc(statement.begin()));
        write.setObject(10, statement.end().map(LogWriter::utc).orElse(null));
        write.setBoolean(11, statement.aborted());
        write.setString(
                12, statement.error().map(error -> cut(error, LONGEST_ERROR)).orElse(null));
        write.setLong(13, statement.rows());
        write.setLong(14, statement.bytes());
    }

    /** Ends what an earlier process has begun, and forgets what is old. */
    static void tidy(DatabaseAccess database, long first) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement end = connection.prepareStatement(END);
                Statement forget = connection.createStatement()) {
            end.setLong(1, first);
            end.executeUpdate();
            forget.executeUpdate(FORGET);
        }
    }

    static Connection connect(DatabaseAccess database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("reWriteBatchedInserts", "true");
        // A lost log is no lost data.
        properties.setProperty("options", "-c synchronous_commit=off");
        return DriverManager.getConnection(database.url(), properties);
    }

    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Returns a text that is no longer than a number of characters. */
    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
