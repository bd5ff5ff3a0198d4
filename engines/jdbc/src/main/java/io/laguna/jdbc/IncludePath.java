package io.laguna.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A crawler's include path as the driver takes it: {@code database/schema/table}, or {@code database/table} where the
 * database has no schemas. {@code %} stands for any text in a schema's or a table's name; the case counts.
 *
 * @param catalog absent for the connection's own
 * @param schema a pattern, absent where there are none
 * @param table a pattern
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html">Include paths</a>
 */
record IncludePath(Optional<String> catalog, Optional<String> schema, String table) {
    static final String ANY = "%";

    static IncludePath of(String path, Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String[] parts = path.replaceAll("^/+|/+$", "").split("/", 3);
        boolean catalogs = data.supportsCatalogsInTableDefinitions();
        boolean schemas = data.supportsSchemasInTableDefinitions();
        Optional<String> catalog = catalogs ? Optional.of(parts[0]) : Optional.empty();
        String second = parts.length > 1 ? parts[1] : ANY;
        if (!schemas) {
            // A part for schemas, which there are none of, stands before the table in paths that are used everywhere.
            return new IncludePath(catalog, Optional.empty(), escaped(parts.length > 2 ? parts[2] : second, data));
        }
        if (!catalogs && parts.length < 3) {
            // Oracle: orcl/% are the user's own tables.
            return new IncludePath(catalog, Optional.ofNullable(connection.getSchema()), escaped(second, data));
        }
        return new IncludePath(
                catalog, Optional.of(escaped(second, data)), parts.length > 2 ? escaped(parts[2], data) : ANY);
    }

    /** An underscore is a letter in an include path, and any letter to a driver. */
    private static String escaped(String pattern, DatabaseMetaData data) throws SQLException {
        return pattern.replace("_", data.getSearchStringEscape() + "_");
    }
}
