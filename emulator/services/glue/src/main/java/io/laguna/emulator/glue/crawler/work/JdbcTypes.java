package io.laguna.emulator.glue.crawler.work;

import io.laguna.engines.jdbc.JdbcTable;
import java.sql.Types;
import java.util.Locale;

/**
 * The types of the catalog for the columns of databases: those that Spark reads them as, since Glue's jobs read them with
 * Spark. AWS publishes no list.
 */
final class JdbcTypes {
    private static final int MOST_DIGITS = 38;
    private static final int UNSIGNED_BIGINT = 20;

    private JdbcTypes() {}

    /**
     * Returns the catalog's type of a column.
     *
     * @param product the kind of the database, as its driver names it
     */
    static String of(JdbcTable.Column column, String product) {
        String name = column.typeName().toUpperCase(Locale.ROOT);
        boolean unsigned = name.contains("UNSIGNED");
        return switch (column.type()) {
            case Types.BIT -> column.size() > 1 ? "binary" : "boolean";
            case Types.BOOLEAN -> "boolean";
            case Types.TINYINT -> unsigned || product.startsWith("Microsoft") ? "smallint" : "tinyint";
            case Types.SMALLINT -> unsigned ? "int" : "smallint";
            case Types.INTEGER -> unsigned && !name.startsWith("MEDIUMINT") ? "bigint" : "int";
            case Types.BIGINT -> unsigned ? "decimal(" + UNSIGNED_BIGINT + ",0)" : "bigint";
            case Types.REAL -> "float";
            case Types.FLOAT, Types.DOUBLE -> "double";
            case Types.NUMERIC, Types.DECIMAL -> decimal(column, product);
            case Types.DATE -> product.startsWith("Oracle") ? "timestamp" : "date";
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "timestamp";
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> "binary";
                // Text, times of the day, and what databases have beyond SQL: UUIDs, JSON, XML, enumerations, arrays.
            default -> "string";
        };
    }

    /** A number without bounds has none in PostgreSQL and Oracle: the catalog's has 38 digits at most. */
    private static String decimal(JdbcTable.Column column, String product) {
        if (column.size() <= 0 || (column.size() > MOST_DIGITS && column.digits() <= 0) || column.digits() < 0) {
            return "decimal(" + MOST_DIGITS + "," + (product.startsWith("Oracle") ? 10 : 18) + ")";
        }
        int digits = Math.min(column.size(), MOST_DIGITS);
        return "decimal(" + digits + "," + Math.min(column.digits(), digits) + ")";
    }
}
