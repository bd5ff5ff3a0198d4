package io.laguna.emulator.crawl.change;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.ChangePolicy;
import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.ExistingCatalog;
import java.util.List;

/** What has to change in a catalog. */
public final class CatalogChanges {
    private CatalogChanges() {}

    /** Returns the changes, in the order in which they are to be made, after which the catalog is as the policy wants. */
    public static List<CatalogChange> of(CrawlPlan plan, ExistingCatalog existing, ChangePolicy policy) {
        throw new UnsupportedOperationException(plan.tables().size() + policy.crawler() + existing);
    }
}
