package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerMetrics;
import software.amazon.awssdk.services.glue.model.GetCrawlerMetricsRequest;
import software.amazon.awssdk.services.glue.model.GetCrawlerMetricsResponse;
import software.amazon.awssdk.services.glue.model.ListCrawlsRequest;
import software.amazon.awssdk.services.glue.model.ListCrawlsResponse;

/**
 * The operations that tell about crawls.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-crawling.html">Crawlers</a>
 */
final class CrawlHistory extends Room {
    private static final int LARGEST = 1000;
    private static final int USUAL = 20;
    private static final int MOST_ASKED = 100;
    private static final double MILLIS = 1000;

    private final Caller caller;
    private final State state;

    CrawlHistory(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    /** Returns the crawls of the last 12 months that pass all filters, the newest first. */
    @Override
    public ListCrawlsResponse listCrawls(ListCrawlsRequest request) {
        new Constraints()
                .name("crawlerName", request.crawlerName())
                .range("maxResults", request.maxResults(), 1, LARGEST)
                .check();
        CrawlFilter filter = CrawlFilter.of(request.filters());
        CrawlerKey key = CrawlerKey.of(caller, request.crawlerName());
        List<CrawlerHistory> crawls = state
                .read(handle -> {
                    if (new CrawlerRecords(handle).find(key).isEmpty()) {
                        throw CrawlerFailures.noEntry(request.crawlerName());
                    }
                    return new CrawlRecords(handle).of(key);
                })
                .stream()
                .map(CrawlRecord::history)
                .filter(filter)
                .toList();
        Page<CrawlerHistory> page = Page.ofOrdered(
                crawls,
                CrawlerHistory::crawlId,
                request.nextToken(),
                Page.size(request.maxResults(), USUAL),
                Failures::badToken);
        return ListCrawlsResponse.builder()
                .crawls(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** Returns the metrics of crawlers: of all, unless names are given. Names that are none are passed over. */
    @Override
    public GetCrawlerMetricsResponse getCrawlerMetrics(GetCrawlerMetricsRequest request) {
        Constraints constraints = new Constraints()
                .range("maxResults", request.maxResults(), 1, LARGEST)
                .size("crawlerNameList", request.crawlerNameList(), 0, MOST_ASKED);
        request.crawlerNameList().forEach(name -> constraints.name("crawlerNameList", name));
        constraints.check();
        Set<String> names = new HashSet<>(request.crawlerNameList());
        List<CrawlerMetrics> metrics = state.read(handle -> new CrawlerRecords(handle)
                .all(caller).stream()
                        .filter(crawler ->
                                names.isEmpty() || names.contains(crawler.key().name()))
                        .map(crawler -> metrics(handle, crawler))
                        .toList());
        Page<CrawlerMetrics> page = Page.ofSorted(
                metrics,
                CrawlerMetrics::crawlerName,
                request.nextToken(),
                Page.size(request.maxResults(), LARGEST),
                Failures::badToken);
        return GetCrawlerMetricsResponse.builder()
                .crawlerMetricsList(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** The counts are those of the last crawl that has ended. */
    private static CrawlerMetrics metrics(Handle handle, CrawlerRecord crawler) {
        List<CrawlRecord> ended = new CrawlRecords(handle)
                .of(crawler.key()).stream().filter(crawl -> !crawl.isRunning()).toList();
        CrawlerMetrics.Builder metrics = CrawlerMetrics.builder()
                .crawlerName(crawler.key().name())
                .timeLeftSeconds(0.0)
                .stillEstimating(!crawler.isReady())
                .lastRuntimeSeconds(0.0)
                .medianRuntimeSeconds(0.0)
                .tablesCreated(0)
                .tablesUpdated(0)
                .tablesDeleted(0);
        if (!ended.isEmpty()) {
            List<Double> seconds =
                    ended.stream().map(CrawlHistory::seconds).sorted().toList();
            metrics.lastRuntimeSeconds(seconds(ended.get(0)))
                    .medianRuntimeSeconds(seconds.get(seconds.size() / 2))
                    .tablesCreated(ended.get(0).tables().added())
                    .tablesUpdated(ended.get(0).tables().updated())
                    .tablesDeleted(ended.get(0).tables().deleted());
        }
        return metrics.build();
    }

    private static double seconds(CrawlRecord crawl) {
        return Duration.between(crawl.history().startTime(), crawl.history().endTime())
                        .toMillis()
                / MILLIS;
    }
}
