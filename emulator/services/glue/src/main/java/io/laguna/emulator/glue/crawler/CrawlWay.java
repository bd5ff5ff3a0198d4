package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.glue.crawler.work.Applied;
import io.laguna.emulator.glue.crawler.work.CrawlLog;
import io.laguna.emulator.glue.crawler.work.CrawlOrder;
import io.laguna.emulator.glue.crawler.work.CrawlSettings;
import io.laguna.emulator.glue.crawler.work.Journal;
import io.laguna.emulator.glue.crawler.work.JournalJson;
import io.laguna.emulator.glue.crawler.work.Look;
import io.laguna.emulator.glue.crawler.work.Writes;
import io.laguna.emulator.kit.log.Pace;
import io.laguna.emulator.kit.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.GlueException;

/**
 * The way of a crawl from its row to its end. A crawl first looks and changes nothing; then its journal goes into the state;
 * then the changes go into the catalog. A crawl that was killed while it looked has failed, one that was killed later is
 * brought to its end by the next process.
 */
final class CrawlWay {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlWay.class);

    /** AWS's words for a crawler that has ended by a fault of the service. */
    private static final String FAULT = "Internal Service Exception";

    private static final int ATTEMPTS = 6;
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final State state;
    private final CrawlSettings settings;
    private final CrawlEnds ends;
    private final Supplier<Instant> clock;
    private final Map<String, RunningCrawl> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    CrawlWay(State state, CrawlSettings settings, CrawlEnds ends, Supplier<Instant> clock) {
        this.state = state;
        this.settings = settings;
        this.ends = ends;
        this.clock = clock;
    }

    /** Stops a crawl, if it is looking in this process. */
    void stop(String id) {
        Optional.ofNullable(running.get(id)).ifPresent(RunningCrawl::stop);
    }

    /** Lets no crawl begin or go on looking, and writes no end of those that look. */
    void close() {
        closing = true;
        running.values().forEach(RunningCrawl::stop);
    }

    /**
     * Goes the way of a crawl to its end, again when the state does not answer.
     *
     * @param left whether an earlier process has left it
     */
    void take(String id, boolean left) throws InterruptedException {
        Pace pace = new Pace(SHORTEST, LONGEST);
        while (!closing) {
            try {
                go(id, left);
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("The crawl {} cannot go on", id, e);
            }
            TimeUnit.MILLISECONDS.sleep(pace.slower().toMillis());
        }
    }

    private void go(String id, boolean left) throws InterruptedException {
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
            Look look = new Look(settings, order);
            Optional<Journal> journal = looked(crawl, look, log, attempt);
            if (journal.isPresent() && note(crawl, journal.get())) {
                look.forgetEvents();
                write(crawl, order, journal.get(), log);
            } else if (journal.isPresent()) {
                stopped(crawl, log);
            }
        } finally {
            running.remove(crawl.id());
        }
    }

    /** Looks; absent when the crawl has ended by that. */
    private Optional<Journal> looked(CrawlRecord crawl, Look look, CrawlLog log, RunningCrawl attempt)
            throws InterruptedException {
        log.benchmark("Running Start Crawl for Crawler " + crawl.key().name());
        try {
            Journal journal = look.take();
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
        } catch (RuntimeException | Error e) {
            if (attempt.endLook()) {
                stopped(crawl, log);
            } else {
                LOG.warn(
                        "The crawl {} of {} has failed", crawl.id(), crawl.key().name(), e);
                failed(crawl, log, e);
            }
        }
        return Optional.empty();
    }

    /** Ends a crawl by a fault. The crawler tells AWS's words for one, and its log the reason too. */
    private void failed(CrawlRecord crawl, CrawlLog log, Throwable fault) throws InterruptedException {
        if (fault instanceof GlueException) {
            fail(crawl, log, fault.getMessage());
        } else {
            log.error(fault.toString());
            fail(crawl, log, FAULT);
        }
    }

    private void fail(CrawlRecord crawl, CrawlLog log, String message) throws InterruptedException {
        log.error(message);
        end(log, () -> ends.failed(crawl, message, clock.get()));
    }

    /** Ends a crawl that was stopped by its user. One that ends with Laguna is left as it is: it fails at the next start. */
    private void stopped(CrawlRecord crawl, CrawlLog log) throws InterruptedException {
        if (!closing) {
            end(log, () -> ends.stopped(crawl, clock.get()));
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
            log.security(crawl.crawler());
        }
        Pace pace = new Pace(SHORTEST, LONGEST);
        for (int attempt = 1; ; attempt++) {
            try {
                Applied applied = new Writes(settings, order, log).apply(journal);
                end(log, () -> ends.applied(crawl, applied, clock.get()));
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("The changes of crawl {} cannot be made", crawl.id(), e);
                if (closing) {
                    return;
                }
                if (attempt == ATTEMPTS) {
                    failed(crawl, log, e);
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
