package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.crawler.work.Counts;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerHistoryState;

/**
 * A crawl in the state.
 *
 * @param crawler the crawler when the crawl was started
 * @param journal what the crawl changes in the catalog; absent until everything has been looked at
 */
record CrawlRecord(CrawlerKey key, CrawlerHistory history, Crawler crawler, Optional<String> journal, Counts tables) {
    String id() {
        return history.crawlId();
    }

    boolean isRunning() {
        return history.state() == CrawlerHistoryState.RUNNING;
    }

    CrawlRecord with(UnaryOperator<CrawlerHistory.Builder> change) {
        return new CrawlRecord(key, change.apply(history.toBuilder()).build(), crawler, journal, tables);
    }

    CrawlRecord with(Counts counted) {
        return new CrawlRecord(key, history, crawler, journal, counted);
    }
}
