package io.laguna.glue.redshift;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The first row that a COPY refused, in words. */
final class LoadError {
    private static final String LAST =
            """
            SELECT err_code, trim(err_reason), trim(colname), trim(type), trim(raw_line), trim(raw_field_value)
            FROM stl_load_errors WHERE session = pg_backend_pid() ORDER BY starttime DESC LIMIT 1""";

    private LoadError() {}

    /** Returns what the system table says of the session's last failed COPY; nothing when no row was the reason. */
    static Optional<String> last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LAST)) {
            if (!rows.next()) {
                return Optional.empty();
            }
            return Optional.of("Error (code " + rows.getInt(1) + ") while loading data into Redshift: \""
                    + rows.getString(2) + "\"\nColumn name: " + rows.getString(3) + "\nColumn type: "
                    + rows.getString(4) + "\nRaw line: " + rows.getString(5) + "\nRaw field value: "
                    + rows.getString(6));
        }
    }
}
