package io.laguna.emulator.scheduler;

import io.laguna.emulator.jobs.ChangeSignal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that calls targets: it waits until something is due or changes. */
final class Timer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

    /**
     * The longest wait while something is due later: a machine that slept, or whose clock was set, finds what is due
     * within AWS's precision of a minute.
     */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private static final Duration NOTHING_DUE = Duration.ofHours(1);
    private static final Duration END = Duration.ofSeconds(30);

    private final Dispatch dispatch;
    private final Clock clock;
    private final ChangeSignal signal = new ChangeSignal();
    private final Thread thread = new Thread(this::run, "scheduler");

    Timer(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Wakes the thread up, because something may be due earlier than it was. */
    void changed() {
        signal.changed();
    }

    private void run() {
        try {
            while (await(work())) {
                LOG.debug("Woken up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what is due, and returns how long to wait then. */
    private Duration work() {
        try {
            Optional<Instant> next = dispatch.run();
            return next.map(time -> Duration.between(clock.instant(), time))
                    .map(wait -> wait.compareTo(PRECISION) < 0 ? wait : PRECISION)
                    .orElse(NOTHING_DUE);
        } catch (RuntimeException e) {
            LOG.warn("Schedules are late: the state cannot be read or written. Next attempt in {}", PRECISION, e);
            return PRECISION;
        }
    }

    /** Waits, and tells whether there is more to do. */
    private boolean await(Duration longest) throws InterruptedException {
        signal.await(longest);
        return !signal.isClosed();
    }

    /** Stops, and returns when no call is under way any more, or after half a minute. */
    @Override
    public void close() {
        signal.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(END.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
