package io.laguna.engines.trino.lake.cloudtrail;

import io.trino.metastore.Partition;
import io.trino.metastore.Storage;
import io.trino.metastore.Table;
import io.trino.plugin.hive.HiveStorageFormat;
import java.util.HashMap;
import java.util.Map;

/**
 * The tables whose input format is that of CloudTrail. Trino has no such format: they are shown to it as tables of JSON, with a
 * mark by which {@link CloudTrailReading} knows their files.
 */
public final class CloudTrailTables {
    private static final String INPUT_FORMAT = "com.amazon.emr.cloudtrail.CloudTrailInputFormat";
    private static final String MARK = "laguna.cloudtrail";

    private CloudTrailTables() {}

    /** Returns the table as Trino takes it. */
    public static Table of(Table table) {
        return isCloudTrail(table.getStorage())
                ? Table.builder(table)
                        .withStorage(storage -> mark(storage, table.getStorage()))
                        .build()
                : table;
    }

    /** Returns the partition as Trino takes it. */
    public static Partition of(Partition partition) {
        return isCloudTrail(partition.getStorage())
                ? Partition.builder(partition)
                        .withStorage(storage -> mark(storage, partition.getStorage()))
                        .build()
                : partition;
    }

    /** Tells whether a table or a partition with these SerDe properties has files of CloudTrail. */
    public static boolean isMarked(Map<String, String> properties) {
        return properties.containsKey(MARK);
    }

    private static boolean isCloudTrail(Storage storage) {
        return INPUT_FORMAT.equals(storage.getStorageFormat().getInputFormatNullable());
    }

    private static void mark(Storage.Builder storage, Storage stored) {
        Map<String, String> properties = new HashMap<>(stored.getSerdeParameters());
        properties.put(MARK, "true");
        storage.setStorageFormat(HiveStorageFormat.OPENX_JSON.toStorageFormat()).setSerdeParameters(properties);
    }
}
