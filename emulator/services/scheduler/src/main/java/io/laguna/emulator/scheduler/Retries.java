package io.laguna.emulator.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.model.RetryPolicy;

/**
 * The times at which a failed invocation is tried again: after 1, 2, 4 … seconds and at most 8 minutes. So the default
 * policy of 185 attempts spends its 24 hours. AWS says "exponential backoff" and no figures.
 *
 * <p>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html
 */
final class Retries {
    private static final int DOUBLINGS = 9;
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private Retries() {}

    /**
     * Returns the time of the next attempt; empty when the policy is exhausted.
     *
     * @param attempts how many have failed
     */
    static Optional<Instant> next(ScheduleRecord schedule, Occurrence occurrence, int attempts, Instant now) {
        Instant next = now.plus(attempts > DOUBLINGS ? LONGEST : Duration.ofSeconds(1L << (attempts - 1)));
        boolean left = attempts <= policy(schedule).maximumRetryAttempts();
        return Optional.of(next).filter(time -> left && !time.isAfter(latest(schedule, occurrence.scheduledAt())));
    }

    /** Returns the time until which an occurrence may be invoked. */
    static Instant latest(ScheduleRecord schedule, Instant scheduledAt) {
        return scheduledAt
                .plus(Definition.window(schedule.definition()))
                .plusSeconds(policy(schedule).maximumEventAgeInSeconds());
    }

    private static RetryPolicy policy(ScheduleRecord schedule) {
        return schedule.definition().target().retryPolicy();
    }
}
