package io.laguna.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The alternative that a user might choose: the same rules as SQL in DuckDB, with the memory that a driver gets. */
final class DuckDb implements AutoCloseable {
    private final Connection connection;
    private final Path csv;
    private final Path folder;

    DuckDb(Path csv, Path folder, String memory) throws SQLException {
        this.csv = csv;
        this.folder = folder;
        this.connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("bench.duckdb"));
        execute("set memory_limit = '" + memory + "'; set preserve_insertion_order = true; set temp_directory = '"
                + folder.resolve("spill") + "'");
    }

    /** Opens DuckDB over the Parquet files in a tree, as the table {@code cases}. */
    static DuckDb over(Path tree, Path folder) throws SQLException {
        DuckDb duckDb = new DuckDb(tree, folder, "2GB");
        duckDb.execute("create view cases as select * from read_parquet('" + tree + "/**/*.parquet')");
        return duckDb;
    }

    /** Runs a query, reads its result, and returns how many seconds that took. */
    double seconds(String sql) throws SQLException {
        long begun = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            long rows = 0;
            while (result.next()) {
                rows++;
            }
            if (rows == 0) {
                throw new IllegalStateException("No rows of " + sql);
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    void run(String script) throws SQLException {
        execute(read(script).replace("${csv}", csv.toString()).replace("${folder}", folder.toString()));
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String script) {
        try (InputStream content = DuckDb.class.getResourceAsStream(script)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
