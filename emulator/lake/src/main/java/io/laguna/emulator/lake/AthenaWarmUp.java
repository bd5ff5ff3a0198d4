package io.laguna.emulator.lake;

import io.laguna.engines.server.OnDemand;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The preparation of Athena's engine in the background, so that the first query need not wait for its start and its
 * compilers. It steps aside: it begins when nothing else runs or gets ready, its process is held while a job runs, and
 * it goes on when the machine is idle again. A query that comes meanwhile ends the holding.
 */
final class AthenaWarmUp implements AutoCloseable {
    /** The memory in bytes that has to be available: what Trino takes under load, beside a Spark driver. */
    static final long NEEDED = 4L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(AthenaWarmUp.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final double GIB = 1L << 30;

    private final OnDemand engine;
    private final Consumer<Runnable> exercise;
    private final BooleanSupplier idle;
    private final Supplier<OptionalLong> memory;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String stage = "off";

    /**
     * Creates a warm-up that has not begun.
     *
     * @param exercise lets the engine exercise, and runs what it is given before each part of that
     * @param idle tells whether nothing runs but this
     * @param memory the bytes that are available
     */
    AthenaWarmUp(OnDemand engine, Consumer<Runnable> exercise, BooleanSupplier idle, Supplier<OptionalLong> memory) {
        this.engine = engine;
        this.exercise = exercise;
        this.idle = idle;
        this.memory = memory;
    }

    /** The end of the wait for an idle machine because the lake is closed. */
    private static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Begins, and returns at once. Where memory is short and the engine does not run, nothing is done. */
    void begin() {
        stage = "waiting";
        inBackground(this::work);
    }

    /** Returns how far it is, in a few words. */
    String stage() {
        return engine.rests() ? "held while a job runs" : stage;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void work() {
        try {
            awaitIdle();
            OptionalLong available = memory.get();
            if (!engine.isRunning() && available.orElse(0) < NEEDED) {
                stage = String.format(
                        Locale.ROOT,
                        "left out: %.1f GiB of memory are available, %.1f GiB are needed",
                        available.orElse(0) / GIB,
                        NEEDED / GIB);
                LOG.info("The warm-up of Athena's engine is {}", stage);
                return;
            }
            stage = "starting";
            start();
            stage = "exercising";
            exercise.accept(this::awaitIdle);
            stage = "done";
        } catch (Closed e) {
            stage = "off";
        } catch (RuntimeException e) {
            stage = "failed: " + e.getMessage();
            if (!isClosedWithin(Duration.ZERO)) {
                LOG.warn("Athena's engine could not be warmed up; the next query starts it if it does not run", e);
            }
        }
    }

    private void start() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        inBackground(() -> {
            try {
                engine.startAhead();
                started.complete(null);
            } catch (RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            while (!started.isDone() && !isClosedWithin(LOOK)) {
                engine.rest(!idle.getAsBoolean());
            }
        } finally {
            engine.rest(false);
        }
        checkOpen();
        try {
            started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    private void awaitIdle() {
        while (!idle.getAsBoolean()) {
            isClosedWithin(LOOK);
            checkOpen();
        }
        checkOpen();
    }

    private void checkOpen() {
        if (isClosedWithin(Duration.ZERO)) {
            throw new Closed();
        }
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "athena-warm-up");
        thread.setDaemon(true);
        thread.start();
    }
}
