package io.laguna.glue.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table's primary key, which serves as the key of a bookmark when its numbers have no gaps. */
public final class PrimaryKey {
    private PrimaryKey() {}

    /** Returns the column of such a key, none when the table has no such key. */
    public static List<String> withoutGaps(SparkSession session, Database database, String table) throws SQLException {
        List<String> columns = columns(database, table);
        if (columns.size() != 1) {
            return List.of();
        }
        String key = columns.get(0);
        Row row = database.row(
                session, "SELECT MIN(" + key + ") AS a, MAX(" + key + ") AS b, COUNT(*) AS n FROM " + table);
        boolean numbers = row.get(0) instanceof Number && row.get(1) instanceof Number;
        boolean whole = numbers
                && number(row.get(1))
                                .subtract(number(row.get(0)))
                                .add(BigDecimal.ONE)
                                .compareTo(number(row.get(2)))
                        == 0;
        return whole || row.get(0) == null ? columns : List.of();
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private static List<String> columns(Database database, String table) throws SQLException {
        String[] parts = table.replace("\"", "").replace("`", "").split("\\.", -1);
        String name = parts[parts.length - 1];
        List<String> columns = new ArrayList<>();
        try (Connection connection = database.connect()) {
            String schema = parts.length > 1 ? parts[parts.length - 2] : connection.getSchema();
            boolean catalogs = database.vendor() == Vendor.MYSQL;
            String catalog = parts.length > 1 && catalogs ? parts[parts.length - 2] : connection.getCatalog();
            try (ResultSet keys = connection.getMetaData().getPrimaryKeys(catalog, catalogs ? null : schema, name)) {
                while (keys.next()) {
                    columns.add(keys.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }
}
