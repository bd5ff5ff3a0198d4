package io.laguna.emulator.redshift.spectrum.foreign;

import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.message.SqlFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The work of Laguna's own superuser in a cluster's database, in a transaction of its own. */
@FunctionalInterface
interface Administration<T> {
    T in(Connection connection) throws SQLException;

    /**
     * Does the work.
     *
     * @throws SqlFailure with the engine's state and words
     */
    static <T> T run(DatabaseAccess database, Administration<T> work) throws SqlFailure {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "XX000" : e.getSQLState();
            throw new SqlFailure(state, String.valueOf(e.getMessage()).replaceFirst("^ERROR: ", ""));
        }
    }
}
