package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.crawler.work.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.CrawlerMetrics;

/**
 * The metrics of a crawler. Times and counts are those of crawls that have ended; how long one will still take is
 * estimated by those before it.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_CrawlerMetrics.html">CrawlerMetrics</a>
 */
final class Metrics {
    private static final double MILLIS = 1000;

    private Metrics() {}

    /** @param crawls of the crawler, the newest first */
    static CrawlerMetrics of(CrawlerRecord crawler, List<CrawlRecord> crawls, Instant now) {
        List<CrawlRecord> ended =
                crawls.stream().filter(crawl -> !crawl.isRunning()).toList();
        double median = median(ended.stream()
                .map(crawl -> seconds(crawl, crawl.history().endTime()))
                .sorted()
                .toList());
        Optional<CrawlRecord> running =
                crawls.stream().filter(CrawlRecord::isRunning).findFirst();
        Optional<CrawlRecord> last = ended.stream().findFirst();
        Counts tables = last.map(CrawlRecord::tables).orElse(Counts.NONE);
        return CrawlerMetrics.builder()
                .crawlerName(crawler.key().name())
                .timeLeftSeconds(running.map(crawl -> Math.max(0, median - seconds(crawl, now)))
                        .orElse(0.0))
                .stillEstimating(running.isPresent() && ended.isEmpty())
                .lastRuntimeSeconds(
                        last.map(crawl -> seconds(crawl, crawl.history().endTime()))
                                .orElse(0.0))
                .medianRuntimeSeconds(median)
                .tablesCreated(tables.added())
                .tablesUpdated(tables.updated())
                .tablesDeleted(tables.deleted())
                .build();
    }

    private static double median(List<Double> sorted) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double seconds(CrawlRecord crawl, Instant end) {
        return Duration.between(crawl.history().startTime(), end).toMillis() / MILLIS;
    }
}
