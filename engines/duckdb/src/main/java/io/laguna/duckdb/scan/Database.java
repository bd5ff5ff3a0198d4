package io.laguna.duckdb.scan;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** A DuckDB in memory that reaches the files below some folders, and no others. */
public final class Database {
    /** Functions of PostgreSQL's that DuckDB has by another name; postgres_fdw may ask for them. */
    private static final List<String> MACROS = List.of(
            "btrim(a) AS trim(a), (a, b) AS trim(a, b)",
            // PostgreSQL rounds halves of a double to the even number, and those of a decimal away from zero.
            "pg_round(a) AS CASE WHEN typeof(a) IN ('DOUBLE', 'FLOAT') THEN round_even(a, 0) ELSE round(a) END,"
                    + " (a, b) AS round(a, b)");

    private final DuckDBConnection root;
    private final Scans scans = new Scans();

    private Database(DuckDBConnection root) {
        this.root = root;
    }

    /**
     * Opens a database.
     *
     * @param folders all that it may read and write
     * @param scratch where it writes what memory cannot hold
     * @param memory as DuckDB writes it: {@code 1GB}
     */
    public static Database open(List<Path> folders, Path scratch, String memory) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        DuckDBConnection root =
                DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
        String allowed =
                folders.stream().map(folder -> quoted(folder.toString())).collect(Collectors.joining(", "));
        try (Statement statement = root.createStatement()) {
            for (String setting : List.of(
                    "memory_limit = " + quoted(memory),
                    "temp_directory = " + quoted(scratch.toString()),
                    "TimeZone = 'UTC'",
                    // PostgreSQL's division of integers.
                    "integer_division = true",
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "allow_community_extensions = false",
                    "parquet_metadata_cache = true",
                    "allowed_directories = [" + allowed + "]",
                    "enable_external_access = false")) {
                statement.execute("SET GLOBAL " + setting);
            }
            for (String macro : MACROS) {
                statement.execute("CREATE OR REPLACE MACRO " + macro);
            }
        }
        return new Database(root);
    }

    /** Returns a connection for one result at a time: DuckDB streams no two by one connection. */
    public DuckDBConnection connect() throws SQLException {
        Connection connection = root.duplicate();
        return connection.unwrap(DuckDBConnection.class);
    }

    public Scans scans() {
        return scans;
    }

    /** Returns a text as a literal. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
