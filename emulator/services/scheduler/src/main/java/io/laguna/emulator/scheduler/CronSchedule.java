package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.cron.CronExpression;
import java.time.Instant;
import java.util.Optional;

/** The expression {@code cron(…)} of a schedule. */
record CronSchedule(CronExpression cron) implements ScheduleExpression {
    @Override
    public Optional<Instant> atOrAfter(Instant from) {
        return cron.atOrAfter(from);
    }
}
