package io.laguna.tests;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The zones' plain files, read by an engine that has no part in writing them. */
final class ZoneFiles {
    private final Path zones;

    ZoneFiles(Path lake) {
        this.zones = lake.resolve("zones");
    }

    /** Returns {@code read_parquet(…)} over the one snapshot of a trusted or refined table. */
    String table(String zone, String name) {
        return "read_parquet('" + zones.resolve(zone).resolve("covid").resolve(name)
                + "/snapshot=*/**/*.parquet', hive_partitioning = true, hive_types_autocast = false)";
    }

    /** Keeps rows as they are now, in a Parquet file. */
    void copy(String from, Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select * from " + from + ") to '" + file + "'");
        } catch (SQLException e) {
            throw new AssertionError(from, e);
        }
    }

    long number(String sql) {
        return Long.parseLong(rows(sql).get(0).get(0));
    }

    List<List<String>> rows(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getObject(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
