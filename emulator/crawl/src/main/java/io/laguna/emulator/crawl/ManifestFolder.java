package io.laguna.emulator.crawl;

import java.util.Map;

/**
 * A folder of manifests that a crawl writes: lists of the data files of a table of Delta Lake.
 *
 * @param folder other objects in it belong to partitions that are gone, and go too
 * @param files the text of each, by its name in the folder
 */
public record ManifestFolder(S3Path folder, Map<String, String> files) {
    public ManifestFolder {
        files = Map.copyOf(files);
    }
}
