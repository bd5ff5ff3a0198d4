package io.laguna.glue.source;

import io.laguna.glue.storage.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of one partition.
 *
 * @param values the partition's values in the types of its columns, null for the default partition
 */
record PartitionFiles(List<Object> values, String location, List<SourceFile> files) {
    PartitionFiles {
        values = new ArrayList<>(values);
    }

    PartitionFiles only(Set<SourceFile> chosen) {
        return new PartitionFiles(
                values, location, files.stream().filter(chosen::contains).toList());
    }
}
