package io.laguna.engines.jdbc;

import java.util.List;

/**
 * A table or a view of a database, as its driver describes it.
 *
 * @param database its name; the schema's is empty where there are none
 * @param comment may be empty
 */
public record JdbcTable(
        String database, String schema, String name, boolean isView, String comment, List<Column> columns) {
    public JdbcTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param type of {@link java.sql.Types}
     * @param typeName the database's own
     * @param size digits or characters
     * @param digits behind the point
     * @param comment may be empty
     */
    public record Column(String name, int type, String typeName, int size, int digits, String comment) {}
}
