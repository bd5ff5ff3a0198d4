package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.Decision;
import io.laguna.emulator.crawl.LogLine;
import io.laguna.emulator.crawl.ManifestFolder;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Partition;

/**
 * The journal of a crawl: what it is about to change in the catalog, and why. It is in the state before the first change is
 * made, so that a crawl whose process was killed in the middle is brought to its end; and it stays, to show what the crawl
 * has changed.
 *
 * @param databases with the changes in each
 * @param folders whose files have been looked at
 * @param manifests that are written before the catalog is changed
 * @param decisions why there are these tables and no others
 * @param warnings for the crawl's log
 */
public record Journal(
        List<OfDatabase> databases,
        Set<String> folders,
        List<ManifestFolder> manifests,
        List<Decision> decisions,
        List<LogLine> warnings) {
    public Journal {
        databases = List.copyOf(databases);
        folders = Set.copyOf(folders);
        manifests = List.copyOf(manifests);
        decisions = List.copyOf(decisions);
        warnings = List.copyOf(warnings);
    }

    /** The changes in a database, in the order in which they are made. */
    public record OfDatabase(String database, List<Change> changes) {
        public OfDatabase {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A change.
     *
     * @param before the partitions that it changes or deletes, as they were
     */
    public record Change(CatalogChange change, List<Partition> before) {
        public Change {
            before = List.copyOf(before);
        }
    }
}
