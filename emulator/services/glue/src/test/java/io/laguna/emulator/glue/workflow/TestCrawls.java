package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.workflow.chain.Crawls;
import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.glue.model.Crawl;
import software.amazon.awssdk.services.glue.model.CrawlState;
import software.amazon.awssdk.services.glue.model.CrawlerRunningException;

/** Crawls that begin when they are started and end when a test says so. */
final class TestCrawls implements Crawls {
    private final Map<String, List<Crawl>> crawls = new ConcurrentHashMap<>();

    @Override
    public void start(Caller owner, String crawler) {
        if (last(crawler).filter(crawl -> crawl.state() == CrawlState.RUNNING).isPresent()) {
            throw CrawlerRunningException.builder()
                    .message("Crawler with name " + crawler + " has already started")
                    .build();
        }
        of(crawler)
                .add(Crawl.builder()
                        .state(CrawlState.RUNNING)
                        .startedOn(Instant.now().plusSeconds(1_000_000))
                        .logGroup("/aws-glue/crawlers")
                        .logStream(crawler)
                        .build());
    }

    @Override
    public void stop(Caller owner, String crawler) {
        end(crawler, CrawlState.CANCELLED);
    }

    @Override
    public Optional<Crawl> since(Caller owner, String crawler, Instant time) {
        return last(crawler);
    }

    /** Forgets the crawls of a crawler, as if none had begun. */
    void forget(String crawler) {
        of(crawler).clear();
    }

    /** Ends the crawl that goes on. */
    void end(String crawler, CrawlState state) {
        of(crawler)
                .replaceAll(crawl -> crawl.state() == CrawlState.RUNNING
                        ? crawl.toBuilder()
                                .state(state)
                                .completedOn(Instant.now())
                                .build()
                        : crawl);
    }

    int number(String crawler) {
        return of(crawler).size();
    }

    private Optional<Crawl> last(String crawler) {
        return of(crawler).stream().reduce((earlier, later) -> later);
    }

    private List<Crawl> of(String crawler) {
        return crawls.computeIfAbsent(crawler, name -> new CopyOnWriteArrayList<>());
    }
}
