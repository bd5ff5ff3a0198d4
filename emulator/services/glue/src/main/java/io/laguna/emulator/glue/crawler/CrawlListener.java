package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.kit.Caller;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;

/** Whoever is told of crawls, in the transaction that writes what is told. */
@FunctionalInterface
public interface CrawlListener {
    /** The listener of a service in which nobody listens. */
    CrawlListener NONE = (transaction, caller, crawler, crawl) -> {};

    /** Notices that a crawl is in a state: it has just started, or ended. */
    void changed(Handle transaction, Caller caller, String crawler, CrawlerHistory crawl);
}
