package io.laguna.emulator.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private final AtomicInteger turns = new AtomicInteger();

    @Test
    void takesATurnWhenItIsTime() {
        try (Worker worker = new Worker("worker", () -> next(Duration.ofMillis(10)))) {
            worker.start();

            await().until(() -> turns.get() >= 3);
        }
    }

    @Test
    void waitsForItsFirstTurn() {
        Duration first = Duration.ofMillis(300);
        AtomicLong begun = new AtomicLong();
        try (Worker worker = new Worker("worker", first, () -> {
            begun.set(System.nanoTime());
            return next(Worker.UNTIL_WOKEN);
        })) {
            long start = System.nanoTime();
            worker.start();

            await().until(() -> turns.get() == 1);

            assertThat(begun.get() - start).isGreaterThanOrEqualTo(first.toNanos());
        }
    }

    @Test
    void takesATurnWhenSomebodyWakesIt() {
        try (Worker worker = new Worker("worker", () -> next(Worker.UNTIL_WOKEN))) {
            worker.start();
            await().until(() -> turns.get() == 1);

            worker.wake();

            await().until(() -> turns.get() == 2);
        }
    }

    @Test
    void takesATurnAgainThatHasFailed() {
        try (Worker worker = new Worker("worker", () -> {
            if (turns.incrementAndGet() < 3) {
                throw new IOException("for the test");
            }
            return Optional.empty();
        })) {
            worker.start();

            await().until(() -> turns.get() == 3);
        }
    }

    @Test
    void endsWhenThereIsNothingLeftToDo() {
        Worker worker = Worker.once("worker", turns::incrementAndGet);

        await().until(() -> turns.get() == 1);
        worker.wake();
        worker.close();

        assertThat(turns).hasValue(1);
    }

    @Test
    void returnsFromItsCloseWhenTheTurnIsOver() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Worker worker = Worker.once("worker", () -> {
            begun.countDown();
            awaitZero(closing);
            turns.incrementAndGet();
        });
        awaitZero(begun);

        Worker.once("closer", () -> {
            await().until(worker::isEnding);
            closing.countDown();
        });
        worker.close();

        assertThat(turns).hasValue(1);
    }

    private Optional<Duration> next(Duration pause) {
        turns.incrementAndGet();
        return Optional.of(pause);
    }

    private static void awaitZero(CountDownLatch latch) {
        await().until(() -> latch.getCount() == 0);
    }
}
