package io.laguna.emulator.crawl;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.glue.model.DeleteBehavior;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.UpdateBehavior;

/**
 * The changes that a crawler may make in the catalog.
 *
 * @param database the name, for lines of the log
 * @param newFoldersOnly whether the crawl saw new folders only: then nothing is missed
 * @param looked the folders that the crawl has looked at: a table elsewhere is not missed
 * @param now the time that a deprecated table bears
 */
public record ChangePolicy(
        String crawler,
        String database,
        UpdateBehavior update,
        DeleteBehavior delete,
        CrawlConfiguration configuration,
        boolean newFoldersOnly,
        List<S3Path> looked,
        Instant now) {
    public ChangePolicy {
        looked = List.copyOf(looked);
    }

    /** Tells whether a table is this crawler's own. */
    public boolean owns(Table table) {
        return crawler.equals(table.parameters().get("UPDATED_BY_CRAWLER"));
    }
}
