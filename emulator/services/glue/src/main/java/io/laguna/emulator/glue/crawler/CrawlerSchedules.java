package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.glue.model.Schedule;
import software.amazon.awssdk.services.glue.model.ScheduleState;
import software.amazon.awssdk.services.glue.model.StartCrawlerScheduleRequest;
import software.amazon.awssdk.services.glue.model.StartCrawlerScheduleResponse;
import software.amazon.awssdk.services.glue.model.StopCrawlerScheduleRequest;
import software.amazon.awssdk.services.glue.model.StopCrawlerScheduleResponse;
import software.amazon.awssdk.services.glue.model.UpdateCrawlerScheduleRequest;
import software.amazon.awssdk.services.glue.model.UpdateCrawlerScheduleResponse;

/**
 * The operations on the schedules of crawlers. A change holds at once: no schedule is TRANSITIONING.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-scheduler.html">Crawler scheduler</a>
 */
final class CrawlerSchedules extends Room {
    private final Caller caller;
    private final State state;
    private final Crawls crawls;

    CrawlerSchedules(Caller caller, State state, Crawls crawls) {
        this.caller = caller;
        this.state = state;
        this.crawls = crawls;
    }

    /** Replaces a schedule; an empty one removes it. */
    @Override
    public UpdateCrawlerScheduleResponse updateCrawlerSchedule(UpdateCrawlerScheduleRequest request) {
        new Constraints().name("crawlerName", request.crawlerName()).check();
        Schedule given =
                CrawlerDefaults.schedule(Optional.ofNullable(request.schedule()).orElse(""));
        change(request.crawlerName(), crawler -> crawler.with(next -> next.schedule(given)));
        return UpdateCrawlerScheduleResponse.builder().build();
    }

    @Override
    public StartCrawlerScheduleResponse startCrawlerSchedule(StartCrawlerScheduleRequest request) {
        new Constraints().name("crawlerName", request.crawlerName()).check();
        change(request.crawlerName(), crawler -> {
            if (schedule(crawler).state() == ScheduleState.SCHEDULED) {
                throw CrawlerFailures.scheduled(request.crawlerName());
            }
            return in(crawler, ScheduleState.SCHEDULED);
        });
        return StartCrawlerScheduleResponse.builder().build();
    }

    @Override
    public StopCrawlerScheduleResponse stopCrawlerSchedule(StopCrawlerScheduleRequest request) {
        new Constraints().name("crawlerName", request.crawlerName()).check();
        change(request.crawlerName(), crawler -> {
            boolean runs = Optional.ofNullable(crawler.crawler().schedule())
                    .filter(schedule -> schedule.state() == ScheduleState.SCHEDULED)
                    .isPresent();
            if (!runs) {
                throw CrawlerFailures.notScheduled(request.crawlerName());
            }
            return in(crawler, ScheduleState.NOT_SCHEDULED);
        });
        return StopCrawlerScheduleResponse.builder().build();
    }

    private void change(String name, UnaryOperator<CrawlerRecord> change) {
        CrawlerKey key = CrawlerKey.of(caller, name);
        state.write(transaction -> {
            CrawlerRecords crawlers = new CrawlerRecords(transaction);
            CrawlerRecord after = change.apply(crawlers.lock(key).orElseThrow(() -> CrawlerFailures.noCrawler(name)));
            crawlers.save(after.planned(crawls.now()));
            return after;
        });
        crawls.planned();
    }

    private static Schedule schedule(CrawlerRecord crawler) {
        return Optional.ofNullable(crawler.crawler().schedule())
                .orElseThrow(() -> CrawlerFailures.noSchedule(crawler.key().name()));
    }

    private static CrawlerRecord in(CrawlerRecord crawler, ScheduleState state) {
        Schedule changed = schedule(crawler).toBuilder().state(state).build();
        return crawler.with(next -> next.schedule(changed));
    }
}
