package io.laguna.pipelines.covid.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wait between two attempts. */
@FunctionalInterface
interface Waiting {
    void pass(Duration time) throws InterruptedException;

    /** Returns a real wait, which only an interrupt ends early, so that no attempt is made before its time. */
    static Waiting inRealTime() {
        return time -> {
            boolean ended = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
            assert !ended;
        };
    }
}
