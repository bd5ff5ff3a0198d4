package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private final Caller caller;
    private final State state;
    private final Clock clock;

    CrawlHistory(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
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
                        .map(crawler ->
                                Metrics.of(crawler, new CrawlRecords(handle).of(crawler.key()), clock.instant()))
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
}
