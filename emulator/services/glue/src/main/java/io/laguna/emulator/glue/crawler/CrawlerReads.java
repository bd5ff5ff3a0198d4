package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.BatchGetCrawlersRequest;
import software.amazon.awssdk.services.glue.model.BatchGetCrawlersResponse;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.GetCrawlerRequest;
import software.amazon.awssdk.services.glue.model.GetCrawlerResponse;
import software.amazon.awssdk.services.glue.model.GetCrawlersRequest;
import software.amazon.awssdk.services.glue.model.GetCrawlersResponse;
import software.amazon.awssdk.services.glue.model.ListCrawlersRequest;
import software.amazon.awssdk.services.glue.model.ListCrawlersResponse;

/**
 * The operations that tell about crawlers.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-crawling.html">Crawlers</a>
 */
final class CrawlerReads extends Room {
    private static final int LARGEST = 1000;
    private static final int USUAL = 100;
    private static final int MOST_ASKED = 100;

    private final Caller caller;
    private final State state;
    private final Crawls crawls;

    CrawlerReads(Caller caller, State state, Crawls crawls) {
        this.caller = caller;
        this.state = state;
        this.crawls = crawls;
    }

    @Override
    public GetCrawlerResponse getCrawler(GetCrawlerRequest request) {
        new Constraints().name("name", request.name()).check();
        Crawler found = state.read(handle -> new CrawlerRecords(handle).find(CrawlerKey.of(caller, request.name())))
                .map(this::shown)
                .orElseThrow(() -> CrawlerFailures.noEntry(request.name()));
        return GetCrawlerResponse.builder().crawler(found).build();
    }

    @Override
    public GetCrawlersResponse getCrawlers(GetCrawlersRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, LARGEST).check();
        Page<Crawler> page = Page.ofSorted(
                all(), Crawler::name, request.nextToken(), Page.size(request.maxResults(), USUAL), Failures::badToken);
        return GetCrawlersResponse.builder()
                .crawlers(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public BatchGetCrawlersResponse batchGetCrawlers(BatchGetCrawlersRequest request) {
        Constraints constraints = new Constraints().size("crawlerNames", request.crawlerNames(), 0, MOST_ASKED);
        request.crawlerNames().forEach(name -> constraints.name("crawlerNames", name));
        constraints.check();
        Set<String> names = new HashSet<>(request.crawlerNames());
        List<Crawler> found =
                all().stream().filter(crawler -> names.contains(crawler.name())).toList();
        found.forEach(crawler -> names.remove(crawler.name()));
        return BatchGetCrawlersResponse.builder()
                .crawlers(found)
                .crawlersNotFound(names.stream().sorted().toList())
                .build();
    }

    @Override
    public ListCrawlersResponse listCrawlers(ListCrawlersRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, LARGEST).check();
        List<String> names = state.read(handle -> new CrawlerRecords(handle)
                .all(caller).stream()
                        .filter(crawler -> new CrawlerRecords(handle)
                                .tags()
                                .of(crawler.key().arn())
                                .entrySet()
                                .containsAll(request.tags().entrySet()))
                        .map(crawler -> crawler.key().name())
                        .toList());
        Page<String> page = Page.ofSorted(
                names, name -> name, request.nextToken(), Page.size(request.maxResults(), USUAL), Failures::badToken);
        return ListCrawlersResponse.builder()
                .crawlerNames(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private List<Crawler> all() {
        return state.read(handle -> new CrawlerRecords(handle).all(caller)).stream()
                .map(this::shown)
                .toList();
    }

    /**
     * "If the crawler is running, contains the total time elapsed since the last crawl began": the state has the time when it
     * began instead.
     */
    private Crawler shown(CrawlerRecord record) {
        return record.isReady()
                ? record.crawler()
                : record.with(next -> next.crawlElapsedTime(Math.max(
                                0,
                                crawls.now().toEpochMilli() - record.crawler().crawlElapsedTime())))
                        .crawler();
    }
}
