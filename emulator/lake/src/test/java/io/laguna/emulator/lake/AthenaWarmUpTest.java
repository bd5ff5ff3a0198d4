package io.laguna.emulator.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.server.Engine;
import io.laguna.engines.server.OnDemand;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AthenaWarmUpTest {
    private final SlowEngine process = new SlowEngine();
    private final OnDemand engine = new OnDemand(process);
    private final AtomicInteger exercised = new AtomicInteger();
    private volatile boolean idle = true;
    private volatile OptionalLong memory = OptionalLong.of(AthenaWarmUp.NEEDED);
    private final AthenaWarmUp warmUp = new AthenaWarmUp(
            engine,
            pause -> {
                pause.run();
                exercised.incrementAndGet();
            },
            () -> idle,
            () -> memory);

    @AfterEach
    void close() {
        warmUp.close();
        engine.close();
    }

    @Test
    void nothingHappensUnlessItBegins() {
        assertThat(warmUp.stage()).isEqualTo("off");
        assertThat(engine.isRunning()).isFalse();
    }

    @Test
    void theEngineIsStartedAndExercises() {
        process.ready.countDown();

        warmUp.begin();

        await().until(() -> warmUp.stage().equals("done"));
        assertThat(engine.isRunning()).isTrue();
        assertThat(exercised).hasValue(1);
    }

    @Test
    void anEngineForWhichMemoryIsShortIsLeftOut() {
        memory = OptionalLong.of(AthenaWarmUp.NEEDED - (1L << 29));

        warmUp.begin();

        await().until(() -> warmUp.stage().equals("left out: 3.5 GiB of memory are available, 4.0 GiB are needed"));
        assertThat(process.starts).hasValue(0);
    }

    @Test
    void itBeginsWhenNothingElseRuns() {
        idle = false;
        process.ready.countDown();

        warmUp.begin();
        assertThat(warmUp.stage()).isEqualTo("waiting");
        assertThat(process.starts).hasValue(0);

        idle = true;
        await().until(() -> warmUp.stage().equals("done"));
    }

    @Test
    void theEngineIsHeldWhileAJobRuns() {
        warmUp.begin();
        await().until(() -> warmUp.stage().equals("starting"));

        idle = false;
        await().until(() -> warmUp.stage().equals("held while a job runs"));
        idle = true;
        await().until(() -> warmUp.stage().equals("starting"));

        process.ready.countDown();
        await().until(() -> warmUp.stage().equals("done"));
    }

    @Test
    void aStartThatFailsIsTold() {
        process.failure = "no room";
        process.ready.countDown();

        warmUp.begin();

        await().until(() -> warmUp.stage().equals("failed: no room"));
        assertThat(engine.failure()).contains("no room");
    }

    @Test
    void aClosedLakeWaitsNoLonger() {
        idle = false;
        warmUp.begin();

        warmUp.close();
        idle = true;

        await().until(() -> warmUp.stage().equals("off"));
        assertThat(process.starts).hasValue(0);
    }

    /** An engine that is ready when a test says so. */
    private static final class SlowEngine implements Engine {
        private final AtomicInteger starts = new AtomicInteger();
        private final CountDownLatch ready = new CountDownLatch(1);
        private volatile String failure = "";
        private volatile boolean running;
        private volatile boolean held;

        @Override
        public String name() {
            return "process";
        }

        @Override
        public void start() {
            starts.incrementAndGet();
            try {
                ready.await();
            } catch (InterruptedException e) {
                throw new EngineFailure("interrupted", e);
            }
            if (!failure.isEmpty()) {
                throw new EngineFailure(failure);
            }
            running = true;
        }

        @Override
        public String address() {
            return "process:1";
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public void hold(boolean still) {
            held = still;
        }

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public void close() {
            running = false;
            ready.countDown();
        }
    }
}
