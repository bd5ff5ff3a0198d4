package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.crawler.work.Counts;
import io.laguna.emulator.glue.crawler.work.CrawlLog;
import io.laguna.emulator.glue.crawler.work.CrawlSettings;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerHistoryState;
import software.amazon.awssdk.services.glue.model.CrawlerState;

/** The crawls at work: their starts and stops, and the threads that take them. */
final class Crawls implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final long CLOSING_SECONDS = 20;

    private final State state;
    private final Clock clock;
    private final CrawlListener listener;
    private final CrawlWay way;
    private final Runnable planned;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "glue-crawl");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Creates the crawls.
     *
     * @param planned called when a schedule may be due earlier than it was
     */
    Crawls(State state, Clock clock, CrawlSettings settings, CrawlListener listener, Runnable planned) {
        this.state = state;
        this.clock = clock;
        this.listener = listener;
        this.way = new CrawlWay(state, settings, new CrawlEnds(state, listener), this::now);
        this.planned = planned;
    }

    /** Returns the time, as exact as the API gives it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Notices that a schedule has changed. */
    void planned() {
        planned.run();
    }

    /** Goes on with a crawl that an earlier process left. */
    void resume(String id) {
        try {
            way.take(id, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts a crawl.
     *
     * @throws software.amazon.awssdk.services.glue.model.CrawlerRunningException when there is one
     */
    void start(CrawlerKey key) {
        begin(state.write(transaction -> start(transaction, key)));
    }

    /** Notes the start of a crawl, which begins when the transaction has been committed; returns the crawl's id. */
    String start(Handle transaction, CrawlerKey key) {
        CrawlerRecords crawlers = new CrawlerRecords(transaction);
        CrawlerRecord crawler = crawlers.lock(key).orElseThrow(() -> CrawlerFailures.noCrawler(key.name()));
        if (!crawler.isReady()) {
            throw CrawlerFailures.started(key.name());
        }
        String id = UUID.randomUUID().toString();
        Instant now = now();
        CrawlerHistory history = CrawlerHistory.builder()
                .crawlId(id)
                .state(CrawlerHistoryState.RUNNING)
                .startTime(now)
                .logGroup(CrawlLog.GROUP)
                .logStream(CrawlLog.streamName(key.name()))
                .messagePrefix(id)
                .build();
        new CrawlRecords(transaction)
                .insert(new CrawlRecord(key, history, crawler.crawler(), Optional.empty(), Counts.NONE));
        crawlers.save(crawler.with(next -> next.state(CrawlerState.RUNNING).crawlElapsedTime(now.toEpochMilli())));
        listener.changed(transaction, key.caller(), key.name(), history);
        return id;
    }

    /** Begins with a crawl whose start has been committed. */
    void begin(String id) {
        threads.execute(() -> {
            try {
                way.take(id, false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Stops a crawler's crawl.
     *
     * @throws software.amazon.awssdk.services.glue.model.CrawlerNotRunningException when there is none
     */
    void stop(CrawlerKey key) {
        String id = state.write(transaction -> {
            CrawlerRecords crawlers = new CrawlerRecords(transaction);
            CrawlerRecord crawler = crawlers.lock(key).orElseThrow(() -> CrawlerFailures.noCrawler(key.name()));
            switch (crawler.crawler().state()) {
                case READY -> throw CrawlerFailures.notRunning(key.name());
                case STOPPING -> throw CrawlerFailures.stopping(key.name());
                case RUNNING, UNKNOWN_TO_SDK_VERSION -> crawlers.save(
                        crawler.with(next -> next.state(CrawlerState.STOPPING)));
            }
            return new CrawlRecords(transaction).of(key).get(0).id();
        });
        way.stop(id);
    }

    /** Lets no crawl begin or go on looking. The next opening finds them as they are. */
    @Override
    public void close() {
        threads.shutdown();
        way.close();
        try {
            if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
