package io.laguna.apps.covid.marts;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The threads that run small Spark jobs side by side. A small job spends most of its time in the driver, which plans it
 * and commits its files, while the cores wait.
 */
final class SideBySide implements AutoCloseable {

    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /**
     * Waits for the work's result.
     *
     * @throws IllegalStateException with the failure as its cause
     */
    static <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while marts were being built", e);
        }
    }

    /** Interrupts work that has not ended. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
