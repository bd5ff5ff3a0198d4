package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.classifier.Classifiers;
import io.laguna.emulator.glue.crawler.work.CrawlSettings;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.glue.GlueClient;

/** The part of Glue that has crawlers and classifiers. One per process; every account has its own in every region. */
public final class Crawlers implements AutoCloseable {
    private final State state;
    private final Clock clock;
    private final CrawlSettings settings;
    private final Crawls crawls;
    private final CrawlerTimer timer;
    private final Worker resumption;

    private Crawlers(State state, Clock clock, CrawlSettings settings, CrawlListener listener) {
        this.state = state;
        this.clock = clock;
        this.settings = settings;
        this.timer = new CrawlerTimer(state, this::crawls);
        this.crawls = new Crawls(state, clock, settings, listener, timer::wake);
        // Those that this process starts are not among them.
        List<String> left = state.read(handle -> new CrawlRecords(handle).running());
        this.resumption = Worker.once("glue-crawls", () -> left.forEach(crawls::resume));
        timer.start();
    }

    /**
     * Opens the crawlers, and goes on with the crawls that an earlier process left.
     *
     * @param state closed by whoever opened it
     * @param listener is told of crawls
     */
    public static Crawlers open(State state, CrawlSettings settings, CrawlListener listener) {
        return new Crawlers(state, Clock.systemUTC(), settings, listener);
    }

    static Crawlers open(State state, CrawlSettings settings, CrawlListener listener, Clock clock) {
        return new Crawlers(state, clock, settings, listener);
    }

    /** Returns the rooms of crawlers and classifiers, as a caller sees them. */
    public List<GlueClient> rooms(Caller caller) {
        return List.of(
                new Classifiers(caller, state, clock),
                new CrawlerDefinitions(caller, state, crawls, settings.glue()),
                new CrawlerReads(caller, state, crawls),
                new CrawlerRuns(caller, crawls),
                new CrawlerSchedules(caller, state, crawls),
                new CrawlHistory(caller, state, clock));
    }

    /**
     * Checks that there is a crawler.
     *
     * @throws software.amazon.awssdk.services.glue.model.EntityNotFoundException when there is none of the name
     */
    public void require(Caller caller, String name) {
        if (state.read(handle -> new CrawlerRecords(handle).find(CrawlerKey.of(caller, name)))
                .isEmpty()) {
            throw CrawlerFailures.noEntry(name);
        }
    }

    private Crawls crawls() {
        return crawls;
    }

    @Override
    public void close() {
        timer.close();
        resumption.close();
        crawls.close();
    }
}
