package io.laguna.emulator.redshiftdata.metadata;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.redshiftdata.model.ColumnMetadata;
import software.amazon.awssdk.services.redshiftdata.model.TableMember;

/** Questions to a database about its contents: by JDBC's own metadata, as the Data API of AWS does. */
final class Questions {
    private Questions() {}

    static List<String> databases(Connection connection) throws SQLException {
        String query = "select datname from pg_catalog.pg_database where datallowconn and not datistemplate"
                + " and datname <> 'postgres' order by 1";
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return names(rows, "datname");
        }
    }

    static List<String> schemas(Connection connection, String pattern) throws SQLException {
        try (ResultSet rows = connection.getMetaData().getSchemas(connection.getCatalog(), pattern)) {
            return names(rows, "TABLE_SCHEM");
        }
    }

    private static List<String> names(ResultSet rows, String column) throws SQLException {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString(column));
        }
        return names;
    }

    static List<TableMember> tables(Connection connection, String schema, String table) throws SQLException {
        try (ResultSet rows = connection.getMetaData().getTables(connection.getCatalog(), schema, table, new String[] {
            "TABLE", "VIEW", "SYSTEM TABLE", "SYSTEM VIEW", "FOREIGN TABLE", "MATERIALIZED VIEW"
        })) {
            List<TableMember> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(TableMember.builder()
                        .name(rows.getString("TABLE_NAME"))
                        .schema(rows.getString("TABLE_SCHEM"))
                        .type(type(rows.getString("TABLE_TYPE")))
                        .build());
            }
            return tables;
        }
    }

    /** Returns the kind of a table as Redshift names it: its materialized views are views. */
    private static String type(String type) {
        return switch (type) {
            case "FOREIGN TABLE" -> "EXTERNAL TABLE";
            case "MATERIALIZED VIEW" -> "VIEW";
            default -> type;
        };
    }

    /** Returns the columns of the tables of a name, of all of them without one. */
    static List<ColumnMetadata> columns(Connection connection, String schema, String table) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet rows = metadata.getColumns(
                connection.getCatalog(), literal(metadata, schema), literal(metadata, table), "%")) {
            List<ColumnMetadata> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(column(rows));
            }
            return columns;
        }
    }

    /** Returns a name as a pattern that only the name itself matches. */
    private static String literal(DatabaseMetaData metadata, String name) throws SQLException {
        String escape = metadata.getSearchStringEscape();
        return name == null || name.isEmpty() ? "%" : name.replaceAll("([_%\\\\])", "\\" + escape + "$1");
    }

    private static ColumnMetadata column(ResultSet row) throws SQLException {
        String type = row.getString("TYPE_NAME");
        boolean text = List.of("varchar", "bpchar", "text", "name", "char").contains(type);
        boolean number =
                List.of("int2", "int4", "int8", "float4", "float8", "numeric").contains(type);
        return ColumnMetadata.builder()
                .columnDefault(row.getString("COLUMN_DEF"))
                .isCaseSensitive(text)
                .isCurrency(false)
                .isSigned(number)
                .length(row.getInt("COLUMN_SIZE"))
                .name(row.getString("COLUMN_NAME"))
                .nullable(row.getInt("NULLABLE"))
                .precision(row.getInt("COLUMN_SIZE"))
                .scale(row.getInt("DECIMAL_DIGITS"))
                .schemaName(row.getString("TABLE_SCHEM"))
                .tableName(row.getString("TABLE_NAME"))
                .typeName(type)
                .build();
    }
}
