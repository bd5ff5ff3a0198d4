package io.laguna.emulator.glue.crawler.work;

import java.util.List;
import java.util.Set;

/**
 * The changes that a crawl has made in the catalog.
 *
 * @param refusals of the catalog: the changes that it did not take, with its reasons
 * @param folders that have been looked at
 * @param summary JSON of at most 255 characters, as the history has it
 */
public record Applied(Counts tables, Counts partitions, List<String> refusals, Set<String> folders, String summary) {
    public Applied {
        refusals = List.copyOf(refusals);
        folders = Set.copyOf(folders);
    }
}
