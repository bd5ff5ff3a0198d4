package io.laguna.emulator.crawl.delta;

import java.util.Map;

/**
 * A data file that is part of a table.
 *
 * @param path relative to the table, or an address, encoded like a URI
 * @param partition the values of the partition columns; null values are left out
 * @param deletionVector whether some rows of the file are deleted
 */
record AddedFile(String path, Map<String, String> partition, boolean deletionVector) {
    AddedFile {
        partition = Map.copyOf(partition);
    }
}
