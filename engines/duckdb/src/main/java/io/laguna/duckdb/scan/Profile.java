package io.laguna.duckdb.scan;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.ProfilerPrintFormat;

/**
 * The counts that DuckDB makes of a query.
 *
 * @param files that it has opened, each scan for itself
 * @param rows that came of the files, after the filters that Parquet's reader applies
 */
public record Profile(long files, long rows) {
    /** An operator without others below it; its members are in any order, but for the last one. */
    private static final Pattern LEAF = Pattern.compile("\\{((?:[^{}]|\\{[^{}]*})*)\"children\":\\s*\\[\\s*]");

    private static final Pattern FILES = Pattern.compile("\"Total Files Read\":\\s*\"(\\d+)\"");
    private static final Pattern ROWS = Pattern.compile("\"operator_cardinality\":\\s*(\\d+)");

    /** Lets a connection count for its queries from now on. */
    static void enable(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET enable_profiling = 'no_output'");
            statement.execute("SET custom_profiling_settings = '{\"OPERATOR_NAME\": \"true\","
                    + " \"EXTRA_INFO\": \"true\", \"OPERATOR_CARDINALITY\": \"true\"}'");
        }
    }

    /** Returns the figures of the query that has ended last; those of one that is answered without its files are 0. */
    static Profile of(DuckDBConnection connection) throws SQLException {
        Matcher leaf = LEAF.matcher(connection.getProfilingInformation(ProfilerPrintFormat.JSON));
        long files = 0;
        long rows = 0;
        while (leaf.find()) {
            Matcher opened = FILES.matcher(leaf.group(1));
            Matcher read = ROWS.matcher(leaf.group(1));
            if (opened.find() && read.find()) {
                files += Long.parseLong(opened.group(1));
                rows += Long.parseLong(read.group(1));
            }
        }
        return new Profile(files, rows);
    }
}
