package io.laguna.duckdb.scan;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.ProfilerPrintFormat;

/**
 * What DuckDB counts of a query.
 *
 * @param bytes read of files
 * @param rows that the files had, before filters
 */
public record Profile(long bytes, long rows) {
    private static final Pattern BYTES = Pattern.compile("\"total_bytes_read\":\\s*(\\d+)");
    private static final Pattern ROWS = Pattern.compile("\"cumulative_rows_scanned\":\\s*(\\d+)");

    /** Lets a connection count for its queries from now on. */
    static void enable(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET enable_profiling = 'no_output'");
            statement.execute("SET custom_profiling_settings ="
                    + " '{\"TOTAL_BYTES_READ\": \"true\", \"CUMULATIVE_ROWS_SCANNED\": \"true\"}'");
        }
    }

    /** Returns the figures of the query that has ended last. */
    static Profile of(DuckDBConnection connection) throws SQLException {
        String json = connection.getProfilingInformation(ProfilerPrintFormat.JSON);
        return new Profile(figure(BYTES, json), figure(ROWS, json));
    }

    private static long figure(Pattern pattern, String json) {
        Matcher matcher = pattern.matcher(json);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
