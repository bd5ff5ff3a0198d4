package io.laguna.pipelines.follow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
