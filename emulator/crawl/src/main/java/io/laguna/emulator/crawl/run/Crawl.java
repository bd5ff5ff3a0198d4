package io.laguna.emulator.crawl.run;

import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.classify.Classifiers;
import io.laguna.emulator.crawl.classify.CustomClassifier;

/** A crawl of a store. */
public final class Crawl {
    private final CrawledStore store;

    public Crawl(CrawledStore store) {
        this.store = store;
    }

    /**
     * Looks at the targets and decides which tables they are. What the store throws, when a bucket is not there, comes
     * through.
     *
     * @throws CrawlFailedException when the crawl must not write anything
     * @throws IllegalArgumentException when an exclusion or a classifier is none
     * @throws InterruptedException when the calling thread is interrupted, which stops the crawl
     */
    public CrawlPlan run(CrawlRequest request) throws InterruptedException {
        Classifiers classifiers = new Classifiers(
                request.classifiers().stream().map(CustomClassifier::of).toList());
        try (Reading reading = new Reading(store, classifiers, request.parallelism())) {
            CrawlPlan plan = new Targets(store, request, reading).plan();
            checkThreshold(request, plan);
            return plan;
        }
    }

    private static void checkThreshold(CrawlRequest request, CrawlPlan plan) {
        long tables = plan.tables().stream()
                .filter(table -> table.kind() == FoundTable.Kind.FOLDER || table.kind() == FoundTable.Kind.FILE)
                .count();
        request.configuration().tableThreshold().ifPresent(threshold -> {
            if (tables > threshold) {
                throw new CrawlFailedException("The number of tables detected by crawler: " + tables
                        + " is greater than the table threshold value provided: " + threshold
                        + ". No new tables or partitions are written.");
            }
        });
    }
}
