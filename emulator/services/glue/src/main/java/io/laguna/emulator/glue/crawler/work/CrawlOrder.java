package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Crawler;

/**
 * A crawl to be done.
 *
 * @param knownFolders that earlier crawls of the crawler have looked at
 */
public record CrawlOrder(String id, Caller caller, Crawler crawler, Set<String> knownFolders, Instant start) {
    public CrawlOrder {
        knownFolders = Set.copyOf(knownFolders);
    }
}
