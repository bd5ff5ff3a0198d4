package io.laguna.engines.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.engines.process.EngineFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OnDemandTest {
    private final SlowEngine slow = new SlowEngine();
    private final OnDemand engine = new OnDemand(slow);

    @Test
    void anEngineThatIsStartedAheadRestsUntilSomebodyWaitsForIt() {
        CompletableFuture<Void> ahead = CompletableFuture.runAsync(engine::startAhead);
        await().until(() -> slow.starting);
        engine.rest(true);
        assertThat(engine.rests()).isTrue();

        CompletableFuture<String> asked = CompletableFuture.supplyAsync(engine::address);
        await().until(() -> !engine.rests());
        engine.rest(true);
        assertThat(engine.rests()).isFalse();

        slow.ready.countDown();
        assertThat(asked.join()).isEqualTo("slow:1");
        ahead.join();
    }

    @Test
    void anEngineThatIsClosedWhileItStartsDoesNotStart() {
        CompletableFuture<Void> ahead = CompletableFuture.runAsync(engine::startAhead);
        await().until(() -> slow.starting);

        engine.close();

        assertThatThrownBy(ahead::join).isInstanceOf(CompletionException.class).hasMessageContaining("ended");
        assertThat(engine.isRunning()).isFalse();
        assertThatThrownBy(engine::address)
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("slow has been stopped");
    }

    /** An engine that is ready when a test says so. */
    private static final class SlowEngine implements Engine {
        private final CountDownLatch ready = new CountDownLatch(1);
        private volatile boolean starting;
        private volatile boolean held;
        private volatile boolean stopped;

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public void start() {
            starting = true;
            try {
                ready.await();
            } catch (InterruptedException e) {
                throw new EngineFailure("interrupted", e);
            }
            if (stopped) {
                throw new EngineFailure("ended before it was ready");
            }
        }

        @Override
        public String address() {
            return "slow:1";
        }

        @Override
        public boolean isRunning() {
            return starting && ready.getCount() == 0 && !stopped;
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
            stopped = true;
            ready.countDown();
        }
    }
}
