package io.laguna.pipelines.follow;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells whoever waits for a service that the run is to stop. */
public final class StopSignal {
    private final CountDownLatch given = new CountDownLatch(1);

    /** Everybody is to stop. */
    public void give() {
        given.countDown();
    }

    public boolean isGiven() {
        return given.getCount() == 0;
    }

    /**
     * Goes on only without the signal.
     *
     * @throws CancellationException when it is given
     */
    public void requireGoingOn() {
        if (isGiven()) {
            throw new CancellationException("The run was stopped");
        }
    }

    /**
     * Does a part of the run. What fails in it once the signal is given fails for that: whoever gives it takes away what
     * the part works with, and sees its jobs end as cancelled.
     *
     * @throws CancellationException when the part fails after the signal, with that failure as its cause
     */
    public <T> T during(Supplier<T> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            if (!isGiven() || e instanceof CancellationException) {
                throw e;
            }
            CancellationException stopped = new CancellationException("The run was stopped");
            stopped.initCause(e);
            throw stopped;
        }
    }

    /** {@link #during(Supplier)} of a part that gives nothing. */
    public void during(Runnable part) {
        during(() -> {
            part.run();
            return part;
        });
    }

    /**
     * Waits for the signal.
     *
     * @return whether it was given, or the thread interrupted, before the time was over
     */
    public boolean within(Duration time) {
        try {
            return given.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
