package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.crawler.work.Applied;
import io.laguna.emulator.glue.crawler.work.CrawlLog;
import io.laguna.emulator.kit.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.CrawlerHistoryState;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.LastCrawlInfo;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;

/** The ends of crawls in the state. Here alone a crawl becomes COMPLETED, when its changes are in the catalog. */
final class CrawlEnds {
    /** "A crawler's rate is per DPU-hour"; a crawler of AWS's examples has two data processing units. */
    private static final double UNITS = 2;

    private static final double MILLIS_AN_HOUR = 3_600_000;
    private static final int LONGEST_MESSAGE = 2048;

    private final State state;
    private final CrawlListener listener;

    CrawlEnds(State state, CrawlListener listener) {
        this.state = state;
        this.listener = listener;
    }

    /** Ends a crawl whose changes are in the catalog; it has failed if the catalog did not take some of them. */
    void applied(CrawlRecord crawl, Applied applied, Instant now) {
        Optional<String> failure = applied.refusals().isEmpty()
                ? Optional.empty()
                : Optional.of("The catalog did not take " + String.join("; ", applied.refusals()));
        state.write(transaction -> {
            new CrawlerRecords(transaction).addFolders(crawl.key(), applied.folders());
            CrawlRecord counted = crawl.with(applied.tables()).with(next -> next.summary(applied.summary()));
            return end(
                    transaction,
                    counted,
                    failure.isPresent() ? CrawlerHistoryState.FAILED : CrawlerHistoryState.COMPLETED,
                    failure,
                    now);
        });
    }

    /** Ends a crawl that has changed nothing. */
    void failed(CrawlRecord crawl, String message, Instant now) {
        state.write(transaction -> end(transaction, crawl, CrawlerHistoryState.FAILED, Optional.of(message), now));
    }

    /** Ends a crawl that was stopped before it changed anything. */
    void stopped(CrawlRecord crawl, Instant now) {
        state.write(transaction -> end(transaction, crawl, CrawlerHistoryState.STOPPED, Optional.empty(), now));
    }

    private CrawlRecord end(
            Handle transaction, CrawlRecord crawl, CrawlerHistoryState outcome, Optional<String> failure, Instant now) {
        long millis =
                Math.max(0, Duration.between(crawl.history().startTime(), now).toMillis());
        Optional<String> message = failure.map(text -> text.substring(0, Math.min(LONGEST_MESSAGE, text.length())));
        CrawlRecord ended = crawl.with(next -> next.state(outcome)
                .endTime(now)
                .errorMessage(message.orElse(null))
                .dpuHour(Math.round(UNITS * millis / MILLIS_AN_HOUR * 1000) / 1000.0));
        new CrawlRecords(transaction).save(ended);
        new CrawlRecords(transaction).forgetOld(crawl.key());
        CrawlerRecords crawlers = new CrawlerRecords(transaction);
        crawlers.lock(crawl.key())
                .ifPresent(crawler -> crawlers.save(crawler.with(next -> next.state(CrawlerState.READY)
                        .crawlElapsedTime(millis)
                        .lastCrawl(LastCrawlInfo.builder()
                                .status(status(outcome))
                                .errorMessage(message.orElse(null))
                                .logGroup(CrawlLog.GROUP)
                                .logStream(CrawlLog.streamName(crawl.key().name()))
                                .messagePrefix(crawl.id())
                                .startTime(crawl.history().startTime())
                                .build()))));
        listener.changed(transaction, crawl.key().caller(), crawl.key().name(), ended.history());
        return ended;
    }

    private static LastCrawlStatus status(CrawlerHistoryState outcome) {
        return switch (outcome) {
            case COMPLETED -> LastCrawlStatus.SUCCEEDED;
            case STOPPED -> LastCrawlStatus.CANCELLED;
            case FAILED, RUNNING, UNKNOWN_TO_SDK_VERSION -> LastCrawlStatus.FAILED;
        };
    }
}
