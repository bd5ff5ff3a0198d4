package io.laguna.emulator.crawl.run;

import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawledStore;

/** A crawl of a store. */
public final class Crawl {
    private final CrawledStore store;

    public Crawl(CrawledStore store) {
        this.store = store;
    }

    /**
     * Looks at the targets and decides which tables they are.
     *
     * @throws io.laguna.emulator.crawl.CrawlFailedException when the crawl must not write anything
     * @throws InterruptedException when the calling thread is interrupted, which stops the crawl
     */
    public CrawlPlan run(CrawlRequest request) throws InterruptedException {
        throw new UnsupportedOperationException(request.crawlId() + store);
    }
}
