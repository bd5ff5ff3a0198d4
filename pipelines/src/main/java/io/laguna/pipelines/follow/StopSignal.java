package io.laguna.pipelines.follow;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The signal that a run is to stop, for everybody that waits for a service. */
public final class StopSignal {
    private final CountDownLatch given = new CountDownLatch(1);

    /** Gives the signal: everybody is to stop. */
    public void give() {
        given.countDown();
    }

    public boolean isGiven() {
        return given.getCount() == 0;
    }

    /**
     * Returns unless the signal is given.
     *
     * @throws CancellationException when it is given
     */
    public void requireGoingOn() {
        if (isGiven()) {
            throw new CancellationException("The run was stopped");
        }
    }

    /**
     * Does a part of the run. A failure after the signal counts as the stop: the caller that gives the signal also
     * takes away what the part works with, and sees its jobs end as cancelled.
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

    /** Does a part that returns nothing, as {@link #during(Supplier)} does. */
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
