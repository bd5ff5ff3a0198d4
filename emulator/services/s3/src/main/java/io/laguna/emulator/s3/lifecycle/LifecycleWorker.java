package io.laguna.emulator.s3.lifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps in the background, from a minute after the start on. */
public final class LifecycleWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LifecycleWorker.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final long CLOSE_SECONDS = 10;

    private final LifecycleSweep sweep;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "s3-lifecycle");
        worker.setDaemon(true);
        return worker;
    });

    public LifecycleWorker(LifecycleSweep sweep) {
        this.sweep = sweep;
    }

    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::run, FIRST.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
    }

    /** A round that fails is not the last one. */
    private void run() {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            LOG.warn("A sweep of the lifecycles failed; the next one is in an hour", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A sweep of the lifecycles still runs; it ends with this process");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
