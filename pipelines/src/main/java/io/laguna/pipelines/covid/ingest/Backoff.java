package io.laguna.pipelines.covid.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The wait before the next attempt: as long as the server asked for, else twice as long each time. Half of the time is
 * left to chance, so that clients do not come back all at once.
 */
record Backoff(Waiting waiting, RandomGenerator chance) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** The longest wait. A server that asks for more than this is closed for the day. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

    /** Waits after a failed attempt, of which the first is number 1. */
    void after(int attempt, Optional<Duration> asked) {
        try {
            waiting.pass(asked.orElseGet(() -> delay(attempt)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IngestException("Interrupted while waiting for the next attempt.", interrupted);
        }
    }

    private Duration delay(int attempt) {
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt - 1, 16));
        return Duration.ofMillis(full / 2 + chance.nextLong(full / 2 + 1));
    }
}
