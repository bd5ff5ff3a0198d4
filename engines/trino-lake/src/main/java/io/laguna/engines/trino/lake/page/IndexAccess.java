package io.laguna.engines.trino.lake.page;

import io.trino.filesystem.Location;
import io.trino.plugin.hive.AcidInfo;
import io.trino.plugin.hive.HiveColumnHandle;
import io.trino.plugin.hive.HivePageSourceFactory;
import io.trino.plugin.hive.Schema;
import io.trino.plugin.hive.acid.AcidTransaction;
import io.trino.spi.connector.ConnectorPageSource;
import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.connector.MemoryContext;
import io.trino.spi.predicate.TupleDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A reader of files whose columns are found by name or by position, as the table's SerDe property
 * {@code parquet.column.index.access} or {@code orc.column.index.access} says; without it as Trino does, which is Athena's
 * default too.
 *
 * @param format {@code parquet} or {@code orc}
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html#index-access">Understand
 *     index access for Apache ORC and Apache Parquet</a>
 */
record IndexAccess(HivePageSourceFactory reader, String format) implements HivePageSourceFactory {
    @Override
    public Optional<ConnectorPageSource> createPageSource(
            ConnectorSession session,
            Location path,
            long start,
            long length,
            long size,
            long modified,
            Schema schema,
            List<HiveColumnHandle> columns,
            TupleDomain<HiveColumnHandle> predicate,
            Optional<AcidInfo> acid,
            OptionalInt bucket,
            boolean original,
            AcidTransaction transaction,
            MemoryContext memory) {
        return reader.createPageSource(
                session(session, schema.serdeProperties()),
                path,
                start,
                length,
                size,
                modified,
                schema,
                columns,
                predicate,
                acid,
                bucket,
                original,
                transaction,
                memory);
    }

    private ConnectorSession session(ConnectorSession session, Map<String, String> properties) {
        String position = properties.get(format + ".column.index.access");
        return position == null
                ? session
                : new OverridingSession(session, format + "_use_column_names", !Boolean.parseBoolean(position.strip()));
    }
}
