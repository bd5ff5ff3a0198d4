package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.glue.crawler.work.Applied;
import io.laguna.emulator.glue.crawler.work.Counts;
import io.laguna.emulator.glue.crawler.work.CrawlLog;
import io.laguna.emulator.glue.crawler.work.CrawlOrder;
import io.laguna.emulator.glue.crawler.work.CrawlSettings;
import io.laguna.emulator.glue.crawler.work.Journal;
import io.laguna.emulator.glue.crawler.work.JournalJson;
import io.laguna.emulator.glue.crawler.work.Look;
import io.laguna.emulator.glue.crawler.work.Writes;
import io.laguna.emulator.kit.log.Pace;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerHistoryState;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.GlueException;

/**
 * The crawls at work. A crawl first looks and changes nothing; then its journal goes into the state; then the changes go into
 * the catalog. A crawl that was killed while it looked has failed, one that was killed later is brought to its end by the
 * next process.
 */
final class Crawls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crawls.class);

    /** AWS's words for a crawler that has ended by a fault of the service. */
    static final String FAULT = "Internal Service Exception";

    private static final int AT_ONCE = 4;
    private static final int ATTEMPTS = 6;
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final long CLOSING_SECONDS = 20;

    private final State state;
    private final Clock clock;
    private final CrawlSettings settings;
    private final CrawlListener listener;
    private final CrawlEnds ends;
    private final Runnable planned;
    private final Map<String, RunningCrawl> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "glue-crawl");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    /**
     * Creates the crawls.
     *
     * @param planned called when a schedule may be due earlier than it was
     */
    Crawls(State state, Clock clock, CrawlSettings settings, CrawlListener listener, Runnable planned) {
        this.state = state;
        this.clock = clock;
        this.settings = settings;
        this.listener = listener;
        this.ends = new CrawlEnds(state, listener);
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
            take(id, true);
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
                take(id, false);
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
        Optional.ofNullable(running.get(id)).ifPresent(RunningCrawl::stop);
    }

    /** Lets no crawl begin or go on looking. The next opening finds them as they are. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        running.values().forEach(RunningCrawl::stop);
        try {
            if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void take(String id, boolean left) throws InterruptedException {
        Optional<CrawlRecord> found = state.write(transaction -> new CrawlRecords(transaction).lock(id));
        if (closing || found.filter(CrawlRecord::isRunning).isEmpty()) {
            return;
        }
        CrawlRecord crawl = found.get();
        CrawlOrder order = order(crawl);
        CrawlLog log = new CrawlLog(settings, order);
        if (crawl.journal().isPresent()) {
            write(crawl, order, JournalJson.read(crawl.journal().get()), log);
        } else if (left) {
            fail(crawl, log, FAULT);
        } else if (isToStop(crawl)) {
            stopped(crawl, log);
        } else {
            look(crawl, order, log);
        }
    }

    /** Tells whether a crawl was stopped while it waited for its turn. */
    private boolean isToStop(CrawlRecord crawl) {
        return state.read(handle -> new CrawlerRecords(handle).find(crawl.key()))
                .filter(crawler -> crawler.crawler().state() == CrawlerState.STOPPING)
                .isPresent();
    }

    private void look(CrawlRecord crawl, CrawlOrder order, CrawlLog log) throws InterruptedException {
        RunningCrawl attempt = new RunningCrawl(Thread.currentThread());
        running.put(crawl.id(), attempt);
        try {
            Optional<Journal> journal = looked(crawl, order, log, attempt);
            if (journal.isPresent() && note(crawl, journal.get())) {
                write(crawl, order, journal.get(), log);
            } else if (journal.isPresent()) {
                stopped(crawl, log);
            }
        } finally {
            running.remove(crawl.id());
        }
    }

    /** Looks; absent when the crawl has ended by that. */
    private Optional<Journal> looked(CrawlRecord crawl, CrawlOrder order, CrawlLog log, RunningCrawl attempt)
            throws InterruptedException {
        log.benchmark("Running Start Crawl for Crawler " + crawl.key().name());
        try {
            Journal journal = new Look(settings, order).take();
            if (attempt.endLook()) {
                stopped(crawl, log);
                return Optional.empty();
            }
            return Optional.of(journal);
        } catch (InterruptedException e) {
            attempt.endLook();
            stopped(crawl, log);
        } catch (CrawlFailedException e) {
            attempt.endLook();
            fail(crawl, log, e.getMessage());
        } catch (RuntimeException e) {
            if (attempt.endLook()) {
                stopped(crawl, log);
            } else {
                LOG.warn(
                        "The crawl {} of {} has failed", crawl.id(), crawl.key().name(), e);
                fail(crawl, log, e instanceof GlueException ? e.getMessage() : FAULT);
            }
        }
        return Optional.empty();
    }

    private void fail(CrawlRecord crawl, CrawlLog log, String message) throws InterruptedException {
        log.error(message);
        end(log, () -> ends.failed(crawl, message, now()));
    }

    /** Ends a crawl that was stopped by its user. One that ends with Laguna is left as it is: it fails at the next start. */
    private void stopped(CrawlRecord crawl, CrawlLog log) throws InterruptedException {
        if (!closing) {
            end(log, () -> ends.stopped(crawl, now()));
        }
    }

    /** Writes an end until the state takes it. */
    private void end(CrawlLog log, Runnable write) throws InterruptedException {
        Pace pace = new Pace(SHORTEST, LONGEST);
        while (true) {
            try {
                write.run();
                log.benchmark("Crawler has finished running and is in state READY");
                return;
            } catch (RuntimeException e) {
                if (closing) {
                    throw e;
                }
                LOG.warn("The end of a crawl cannot be written", e);
            }
            TimeUnit.MILLISECONDS.sleep(pace.slower().toMillis());
        }
    }

    /** Writes the journal, after which the crawl goes on to its end; tells whether nobody has stopped it before. */
    private boolean note(CrawlRecord crawl, Journal journal) {
        return state.write(transaction -> {
            boolean runs = new CrawlerRecords(transaction)
                    .lock(crawl.key())
                    .filter(crawler -> crawler.crawler().state() == CrawlerState.RUNNING)
                    .isPresent();
            if (runs) {
                new CrawlRecords(transaction).journal(crawl.id(), JournalJson.write(journal));
            }
            return runs;
        });
    }

    /** Makes the changes, again when an engine does not answer. */
    private void write(CrawlRecord crawl, CrawlOrder order, Journal journal, CrawlLog log) throws InterruptedException {
        if (crawl.journal().isEmpty()) {
            log.benchmark("Classification complete, writing results to database "
                    + Optional.ofNullable(crawl.crawler().databaseName()).orElse("of the catalog targets"));
            log.policy(crawl.crawler());
        }
        Pace pace = new Pace(SHORTEST, LONGEST);
        for (int attempt = 1; ; attempt++) {
            try {
                Applied applied = new Writes(settings, order, log).apply(journal);
                end(log, () -> ends.applied(crawl, applied, now()));
                return;
            } catch (RuntimeException e) {
                LOG.warn("The changes of crawl {} cannot be made", crawl.id(), e);
                if (closing) {
                    return;
                }
                if (attempt == ATTEMPTS) {
                    fail(crawl, log, FAULT);
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(pace.slower().toMillis());
        }
    }

    private CrawlOrder order(CrawlRecord crawl) {
        return new CrawlOrder(
                crawl.id(),
                crawl.key().caller(),
                crawl.crawler(),
                state.read(handle -> new CrawlerRecords(handle).folders(crawl.key())),
                crawl.history().startTime());
    }
}
