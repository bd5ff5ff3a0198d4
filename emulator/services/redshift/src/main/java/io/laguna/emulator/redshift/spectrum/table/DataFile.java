package io.laguna.emulator.redshift.spectrum.table;

import java.util.List;
import java.util.Optional;

/**
 * An object that has rows of a table.
 *
 * @param bucket where it is
 * @param key of the object
 * @param size in bytes
 * @param etag changes with its content
 * @param partition the values of the partition keys, an empty one for Hive's default partition
 */
public record DataFile(String bucket, String key, long size, String etag, List<Optional<String>> partition) {
    public DataFile {
        partition = List.copyOf(partition);
    }

    /** Returns what {@code "$path"} shows. */
    public String address() {
        return "s3://" + bucket + "/" + key;
    }
}
