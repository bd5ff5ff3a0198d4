package io.laguna.engines.driver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The size of the reserve, and when drivers may get ready for it. It has the drivers of the settings, which get ready when
 * no job runs. After several jobs in a short time it has as many as there were jobs: whoever runs ten steps will run them
 * again. Those, and all drivers while a job runs, get ready only on cores and in memory that nothing else uses.
 */
final class ReserveSize {
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final int MOST = 8;

    /** The bytes that are left to other programs. */
    private static final long MEMORY = 4L << 30;

    private static final double CORES_TO_BEGIN = 1;

    /** Fewer than that are free when somebody else needs one: the driver that gets ready takes more than a core. */
    private static final double CORES_TO_GO_ON = 0.2;

    private final int usual;
    private final Clock clock;
    private final Deque<Instant> jobs = new ArrayDeque<>();

    /**
     * Creates the size of a reserve that no job has asked for a driver.
     *
     * @param usual the number of drivers when there are few jobs; 0 for none at all
     */
    ReserveSize(int usual, Clock clock) {
        this.usual = usual;
        this.clock = clock;
    }

    /** Counts a job that a driver in reserve would have served. */
    void job() {
        jobs.add(clock.instant());
        if (jobs.size() > MOST) {
            jobs.remove();
        }
    }

    /** Returns the number of drivers that there shall be. */
    int wanted() {
        Instant since = clock.instant().minus(LATELY);
        jobs.removeIf(job -> job.isBefore(since));
        return usual == 0 ? 0 : Math.max(usual, jobs.size());
    }

    /**
     * Tells whether one more driver may begin to get ready.
     *
     * @param idle whether Laguna has no job
     * @param drivers the number of those that are ready
     * @param unready the number of those that get ready
     */
    boolean mayBegin(boolean idle, Spare spare, int drivers, int unready) {
        if (idle && drivers + unready < usual) {
            return true;
        }
        return unready == 0
                && drivers < wanted()
                && spare.cores() >= CORES_TO_BEGIN
                && spare.memory().orElse(0) >= MEMORY;
    }

    /** Tells whether drivers that get ready may go on, which {@code held} ones may not at the moment. */
    boolean mayGoOn(boolean idle, Spare spare, int ready, boolean held) {
        return (idle && ready < usual) || spare.cores() >= (held ? CORES_TO_BEGIN : CORES_TO_GO_ON);
    }
}
