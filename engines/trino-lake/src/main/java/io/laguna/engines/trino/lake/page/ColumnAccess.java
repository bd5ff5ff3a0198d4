package io.laguna.engines.trino.lake.page;

import io.trino.metastore.Table;
import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.connector.SchemaTableName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the columns of tables are found in their files: by name or by position, as the SerDe properties
 * {@code parquet.column.index.access} and {@code orc.column.index.access} say; without them Trino does as Athena does. A
 * table's properties are remembered whenever its definition is read, which a query does before it reads files, because
 * Trino does not hand them on to the readers of these formats.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html">Handle schema updates</a>
 */
public final class ColumnAccess {
    private final Map<SchemaTableName, Map<String, String>> tables = new ConcurrentHashMap<>();

    /** Remembers a table's properties, if they say anything of this. */
    public void remember(Table table) {
        Map<String, String> properties = table.getStorage().getSerdeParameters();
        if (properties.keySet().stream().anyMatch(key -> key.endsWith(".column.index.access"))) {
            tables.put(table.getSchemaTableName(), properties);
        } else {
            tables.remove(table.getSchemaTableName());
        }
    }

    /** Returns the session in which files of a table are read. */
    ConnectorSession session(ConnectorSession session, SchemaTableName table) {
        Map<String, String> properties = tables.getOrDefault(table, Map.of());
        return by(by(session, properties, "parquet"), properties, "orc");
    }

    private static ConnectorSession by(ConnectorSession session, Map<String, String> properties, String format) {
        String position = properties.get(format + ".column.index.access");
        return position == null
                ? session
                : new OverridingSession(session, format + "_use_column_names", !Boolean.parseBoolean(position.strip()));
    }
}
