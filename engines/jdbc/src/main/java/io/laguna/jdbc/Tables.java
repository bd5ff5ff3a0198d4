package io.laguna.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The tables and views of a database, with their columns, as its driver describes them. */
record Tables(Connection connection) {
    private static final Set<String> TABLES =
            Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE", "FOREIGN TABLE", "EXTERNAL TABLE");
    private static final Set<String> VIEWS = Set.of("VIEW", "MATERIALIZED VIEW");
    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("information_schema", "pg_catalog", "pg_toast", "pg_internal", "sys", "mysql", "performance_schema");

    private record Table(String catalog, String schema, String name, boolean isView, String comment) {}

    /** Writes a line for each table that a path includes, and behind it one for each of its columns. */
    void describe(String path, Answer answer) throws SQLException, IOException {
        DatabaseMetaData data = connection.getMetaData();
        IncludePath include = IncludePath.of(path, connection);
        answer.line("product", data.getDatabaseProductName());
        for (Table table : tables(data, include)) {
            answer.line(
                    "table",
                    named(table.catalog(), connection.getCatalog(), path),
                    table.schema(),
                    table.name(),
                    table.isView() ? "view" : "table",
                    table.comment());
            columns(data, table, answer);
        }
    }

    private static List<Table> tables(DatabaseMetaData data, IncludePath include) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (ResultSet rows =
                data.getTables(include.catalog().orElse(null), include.schema().orElse(null), include.table(), null)) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                Table table = new Table(
                        rows.getString("TABLE_CAT"),
                        rows.getString("TABLE_SCHEM"),
                        rows.getString("TABLE_NAME"),
                        VIEWS.contains(type),
                        rows.getString("REMARKS"));
                if ((TABLES.contains(type) || table.isView()) && !isSystem(table)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static boolean isSystem(Table table) {
        String schema = Objects.requireNonNullElse(table.schema(), Objects.requireNonNullElse(table.catalog(), ""));
        return SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT));
    }

    private static void columns(DatabaseMetaData data, Table table, Answer answer) throws SQLException, IOException {
        String escape = data.getSearchStringEscape();
        try (ResultSet rows = data.getColumns(
                table.catalog(),
                Optional.ofNullable(table.schema())
                        .map(name -> plain(name, escape))
                        .orElse(null),
                plain(table.name(), escape),
                null)) {
            while (rows.next()) {
                answer.line(
                        "column",
                        rows.getString("COLUMN_NAME"),
                        rows.getInt("DATA_TYPE"),
                        rows.getString("TYPE_NAME"),
                        rows.getInt("COLUMN_SIZE"),
                        rows.getInt("DECIMAL_DIGITS"),
                        rows.getString("REMARKS"));
            }
        }
    }

    /** Returns a name as a pattern that is this name alone. */
    private static String plain(String name, String escape) {
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    /** Returns the name of a table's database; one that has no catalogs goes by the name in the path. */
    private static String named(String catalog, String connected, String path) {
        return Optional.ofNullable(catalog)
                .or(() -> Optional.ofNullable(connected))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> path.split("/", 2)[0]);
    }
}
