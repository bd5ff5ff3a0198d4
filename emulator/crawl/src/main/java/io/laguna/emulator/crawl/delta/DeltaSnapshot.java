package io.laguna.emulator.crawl.delta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The newest state of a table of Delta Lake.
 *
 * @param version that of the last commit
 * @param schema Spark's JSON of the table's columns
 * @param partitionColumns names as the schema has them
 * @param configuration the table's properties
 * @param described the version in which schema or properties were last written
 * @param describedAt when that was
 * @param files by their paths
 */
record DeltaSnapshot(
        long version,
        String schema,
        List<String> partitionColumns,
        Map<String, String> configuration,
        long described,
        Instant describedAt,
        Collection<AddedFile> files) {
    DeltaSnapshot {
        partitionColumns = List.copyOf(partitionColumns);
        configuration = Map.copyOf(configuration);
        files = List.copyOf(files);
    }

    /** Returns the values of a file's partition in the order of the partition columns; null values as Hive names them. */
    List<String> values(AddedFile file) {
        List<String> values = new ArrayList<>();
        for (String column : partitionColumns) {
            String value = file.partition().getOrDefault(column, "");
            values.add(value.isEmpty() ? "__HIVE_DEFAULT_PARTITION__" : value);
        }
        return values;
    }
}
