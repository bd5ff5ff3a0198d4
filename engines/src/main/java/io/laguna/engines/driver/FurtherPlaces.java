package io.laguna.engines.driver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The places beyond those among the cores, for jobs that have waited: jobs that sleep, or wait for a database, hold up no
 * other job. Each place has memory for a heap that grows as far as it may, beside what is left to other programs.
 *
 * @param most the number of all places
 * @param available tells the bytes that a further process can have, where the machine tells
 */
record FurtherPlaces(int most, MemorySize heap, Clock clock, Supplier<OptionalLong> available) {
    /** The time after which a job is not to wait for the end of others. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The time in which a driver has taken the memory that most jobs need. */
    private static final Duration YOUNG = Duration.ofSeconds(30);

    /** The bytes that are left to other programs. */
    private static final long LEFT = 4L << 30;

    private static final long MEBI = 1L << 20;

    static FurtherPlaces of(DriverSettings settings, Supplier<OptionalLong> available) {
        return new FurtherPlaces(settings.most(), MemorySize.of(settings.memory()), Clock.systemUTC(), available);
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Tells whether a job may begin beside those at work.
     *
     * @param driving when each of those has begun
     */
    boolean mayBegin(JobQueue.Job job, Map<Run, Instant> driving) {
        Instant now = now();
        return driving.size() < most
                && !job.since().plus(PATIENCE).isAfter(now)
                && hasUsualHeap(job)
                && available.get().orElse(0) - growth(driving, now) >= LEFT + heap.mebibytes() * MEBI;
    }

    /** A job with another heap waits for a place among the cores. */
    private static boolean hasUsualHeap(JobQueue.Job job) {
        return job.submission().arguments().stream()
                .noneMatch(word -> word.startsWith("--driver-memory") || word.contains("spark.driver.memory"));
    }

    /** Returns the bytes that drivers will take yet which have just begun. */
    private long growth(Map<Run, Instant> driving, Instant now) {
        return driving.entrySet().stream()
                .filter(each -> each.getValue().plus(YOUNG).isAfter(now))
                .mapToLong(each -> Math.max(
                        0, heap.mebibytes() * MEBI - each.getKey().memory().orElse(0)))
                .sum();
    }
}
