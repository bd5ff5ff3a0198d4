package io.laguna.engines.trino.lake.cloudtrail;

import io.trino.filesystem.Location;
import io.trino.filesystem.TrinoFileSystemFactory;
import io.trino.hive.formats.line.openxjson.OpenXJsonDeserializerFactory;
import io.trino.plugin.hive.AcidInfo;
import io.trino.plugin.hive.HiveColumnHandle;
import io.trino.plugin.hive.HivePageSourceFactory;
import io.trino.plugin.hive.Schema;
import io.trino.plugin.hive.acid.AcidTransaction;
import io.trino.plugin.hive.line.LinePageSourceFactory;
import io.trino.spi.connector.ConnectorPageSource;
import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.connector.EmptyPageSource;
import io.trino.spi.connector.MemoryContext;
import io.trino.spi.predicate.TupleDomain;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The reader of files of CloudTrail. Columns that are texts have the JSON of the objects that CloudTrail has there, such as
 * {@code requestParameters}; names are found in any case.
 */
public final class CloudTrailReading implements HivePageSourceFactory {
    private final HivePageSourceFactory records;

    /** Makes the reader of files that are reached by these file systems. */
    public CloudTrailReading(TrinoFileSystemFactory files) {
        this.records = new Records(files);
    }

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
        if (!CloudTrailTables.isMarked(schema.serdeProperties())) {
            return Optional.empty();
        }
        if (start > 0) {
            // The split that has the beginning of a file reads the whole of it.
            return Optional.of(new EmptyPageSource());
        }
        return records.createPageSource(
                session,
                path,
                0,
                size,
                size,
                modified,
                schema,
                columns,
                TupleDomain.all(),
                acid,
                bucket,
                original,
                transaction,
                memory);
    }

    private static final class Records extends LinePageSourceFactory {
        Records(TrinoFileSystemFactory files) {
            super(files, new OpenXJsonDeserializerFactory(), new RecordsFactory());
        }
    }
}
