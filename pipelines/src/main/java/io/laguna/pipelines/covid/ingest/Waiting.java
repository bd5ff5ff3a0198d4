package io.laguna.pipelines.covid.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two attempts. */
@FunctionalInterface
interface Waiting {
    void pass(Duration time) throws InterruptedException;

    /** Ends early only by an interrupt: nothing else makes an attempt before its time. */
    static Waiting inRealTime() {
        return time -> {
            boolean ended = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
            assert !ended;
        };
    }
}
