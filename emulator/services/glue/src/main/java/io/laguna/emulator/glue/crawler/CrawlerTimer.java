package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.glue.model.CrawlerRunningException;

/**
 * The worker that starts crawlers when their schedules are due. Occurrences that have passed while Laguna was down or the
 * machine asleep are one.
 */
final class CrawlerTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlerTimer.class);

    /** The longest wait while something is due later: a machine that slept finds what is due within a minute. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final State state;
    private final Supplier<Crawls> crawls;
    private final Worker worker = new Worker("glue-crawler-schedules", this::turn);

    /** Creates a timer that has yet to start; it needs the crawls from then on. */
    CrawlerTimer(State state, Supplier<Crawls> crawls) {
        this.state = state;
        this.crawls = crawls;
    }

    void start() {
        worker.start();
    }

    void wake() {
        worker.wake();
    }

    @Override
    public void close() {
        worker.close();
    }

    private Optional<Duration> turn() {
        Instant now = crawls.get().now();
        List<CrawlerRecord> due = state.read(handle -> new CrawlerRecords(handle).due(now));
        for (CrawlerRecord crawler : due) {
            fire(crawler.key(), now).ifPresent(crawls.get()::begin);
        }
        return Optional.of(state.read(handle -> new CrawlerRecords(handle).next())
                .map(next -> Duration.between(now, next))
                .map(wait -> wait.compareTo(PRECISION) < 0 ? wait : PRECISION)
                .orElse(Worker.UNTIL_WOKEN));
    }

    /** Starts a crawl and plans the next one in one transaction; returns the crawl's id, none while another runs. */
    private Optional<String> fire(CrawlerKey key, Instant now) {
        return state.write(transaction -> {
            CrawlerRecords crawlers = new CrawlerRecords(transaction);
            Optional<CrawlerRecord> crawler = crawlers.lock(key)
                    .filter(found ->
                            found.nextAt().filter(time -> !time.isAfter(now)).isPresent());
            if (crawler.isEmpty()) {
                return Optional.<String>empty();
            }
            crawlers.save(crawler.get().planned(now));
            try {
                return Optional.of(crawls.get().start(transaction, key));
            } catch (CrawlerRunningException e) {
                LOG.info("The crawler {} was due at {}, but runs already", key.name(), now);
                return Optional.<String>empty();
            }
        });
    }
}
