package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The worker that calls targets when they are due. */
final class Timer implements AutoCloseable {
    /**
     * The longest wait while something is due later: a machine that slept, or whose clock was set, finds what is due
     * within AWS's precision of a minute.
     */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final Dispatch dispatch;
    private final Clock clock;
    private final Worker worker = new Worker("scheduler", this::turn);

    Timer(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    void start() {
        worker.start();
    }

    /** Notices that something may be due earlier than it was. */
    void changed() {
        worker.wake();
    }

    /** Ends the worker, and returns when no call is under way any more, or after twenty seconds. */
    @Override
    public void close() {
        worker.close();
    }

    private Optional<Duration> turn() {
        return Optional.of(dispatch.run()
                .map(time -> Duration.between(clock.instant(), time))
                .map(wait -> wait.compareTo(PRECISION) < 0 ? wait : PRECISION)
                .orElse(Worker.UNTIL_WOKEN));
    }
}
