package io.laguna.engines.trino.lake.page;

import com.google.inject.Injector;
import com.google.inject.Key;
import io.laguna.engines.trino.lake.cloudtrail.CloudTrailReading;
import io.trino.filesystem.TrinoFileSystemFactory;
import io.trino.plugin.hive.HiveConfig;
import io.trino.plugin.hive.HivePageSourceFactory;
import io.trino.plugin.hive.HivePageSourceProvider;
import io.trino.plugin.hive.line.CsvPageSourceFactory;
import io.trino.plugin.hive.line.OpenXJsonPageSourceFactory;
import io.trino.spi.connector.ConnectorPageSourceProvider;
import io.trino.spi.type.TypeManager;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The readers of files, each with what Athena's tables may say of it. */
public final class LakePageSources {
    private LakePageSources() {}

    /** Returns what reads the splits of a connector. */
    public static ConnectorPageSourceProvider of(Injector injector, ColumnAccess access) {
        HivePageSourceFactory trail = new CloudTrailReading(injector.getInstance(TrinoFileSystemFactory.class));
        Set<HivePageSourceFactory> readers = Stream.concat(
                        Stream.of(trail),
                        injector.getInstance(new Key<Set<HivePageSourceFactory>>() {}).stream()
                                .map(LakePageSources::ruled))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new IndexAccess(
                new HivePageSourceProvider(
                        injector.getInstance(TypeManager.class), injector.getInstance(HiveConfig.class), readers),
                access);
    }

    private static HivePageSourceFactory ruled(HivePageSourceFactory reader) {
        if (reader instanceof OpenXJsonPageSourceFactory) {
            return new TextReading(reader, TextRules.OPENX);
        }
        return reader instanceof CsvPageSourceFactory ? new TextReading(reader, TextRules.CSV) : reader;
    }
}
