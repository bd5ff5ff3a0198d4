package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.GlueSchedule;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.ScheduleState;

/**
 * A crawler in the state.
 *
 * @param nextAt when its schedule is due next
 */
record CrawlerRecord(CrawlerKey key, Crawler crawler, Optional<Instant> nextAt) {
    boolean isReady() {
        return crawler.state() == CrawlerState.READY;
    }

    CrawlerRecord with(UnaryOperator<Crawler.Builder> change) {
        return new CrawlerRecord(key, change.apply(crawler.toBuilder()).build(), nextAt);
    }

    /** Returns this with the next time of its schedule after now. */
    CrawlerRecord planned(Instant now) {
        Optional<Instant> next = Optional.ofNullable(crawler.schedule())
                .filter(schedule -> schedule.state() == ScheduleState.SCHEDULED)
                .flatMap(schedule ->
                        GlueSchedule.of(schedule.scheduleExpression()).after(now));
        return new CrawlerRecord(key, crawler, next);
    }
}
