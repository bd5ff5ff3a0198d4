package io.laguna.emulator.crawl;

import java.util.List;
import java.util.Set;

/**
 * The finds of a crawl.
 *
 * @param decisions why there are these tables and no others
 * @param warnings lines for the crawl's log, about folders that were skipped
 * @param folders addresses of the folders whose files were looked at
 * @param manifests that are to be written beside the tables
 * @param files how many files there are in the tables
 * @param bytesRead from the store
 */
public record CrawlPlan(
        List<FoundTable> tables,
        List<Decision> decisions,
        List<LogLine> warnings,
        Set<String> folders,
        List<ManifestFolder> manifests,
        long files,
        long bytesRead) {
    public CrawlPlan {
        tables = List.copyOf(tables);
        decisions = List.copyOf(decisions);
        warnings = List.copyOf(warnings);
        folders = Set.copyOf(folders);
        manifests = List.copyOf(manifests);
    }
}
