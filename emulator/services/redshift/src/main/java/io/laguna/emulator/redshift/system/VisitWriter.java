package io.laguna.emulator.redshift.system;

import io.laguna.engines.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;

/** The writing of sessions into {@code laguna.connection_log} of their database, as Laguna's own superuser. */
final class VisitWriter {
    /** Sessions of an earlier process. */
    private static final String LEAVE =
            "UPDATE laguna.connection_log SET endtime = (now() AT TIME ZONE 'UTC') WHERE endtime IS NULL";

    private static final String FORGET =
            "DELETE FROM laguna.connection_log WHERE starttime < (now() AT TIME ZONE 'UTC') - interval '7 days'";

    private static final String WRITE =
            "INSERT INTO laguna.connection_log (sessionid, pid, userid, user_name, database, remotehost, remoteport, encrypted,"
                    + " application_name, driver_version, os_version, plugin_name, starttime, endtime)"
                    + " VALUES (?, ?, coalesce((SELECT oid::int FROM pg_catalog.pg_roles WHERE rolname = ?), 0), ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (sessionid) DO UPDATE SET endtime = excluded.endtime";

    private VisitWriter() {}

    /** Ends the sessions of an earlier process, and forgets what is old. */
    static void tidy(DatabaseAccess database) throws SQLException {
        try (Connection connection = LogWriter.connect(database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(LEAVE);
            statement.executeUpdate(FORGET);
        }
    }

    /** Writes sessions, or their ends. */
    static void write(DatabaseAccess database, Collection<Visit> visits) throws SQLException {
        try (Connection connection = LogWriter.connect(database);
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            connection.setAutoCommit(false);
            for (Visit visit : visits) {
                fill(write, visit);
                write.addBatch();
            }
            write.executeBatch();
            connection.commit();
        }
    }

    private static void fill(PreparedStatement write, Visit visit) throws SQLException {
        Map<String, String> told = visit.arrival().told();
        write.setString(1, visit.session());
        write.setInt(2, visit.who().processId());
        write.setString(3, visit.who().role());
        write.setString(4, visit.who().role());
        write.setString(5, visit.who().database());
        write.setString(6, visit.arrival().host());
        write.setString(
                7,
                visit.arrival().port() == 0
                        ? ""
                        : Integer.toString(visit.arrival().port()));
        write.setBoolean(8, visit.arrival().encrypted());
        write.setString(9, told.getOrDefault("application_name", ""));
        write.setString(10, told.getOrDefault("driver_version", ""));
        write.setString(11, told.getOrDefault("os_version", ""));
        write.setString(12, told.getOrDefault("plugin_name", "none"));
        write.setObject(13, LogWriter.utc(visit.begin()));
        write.setObject(14, visit.end().map(LogWriter::utc).orElse(null));
    }
}
