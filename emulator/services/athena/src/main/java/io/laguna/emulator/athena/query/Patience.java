package io.laguna.emulator.athena.query;

import io.laguna.emulator.kit.EngineUnavailableException;
import io.laguna.emulator.kit.log.Pace;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wait of a query whose turn it is for a state that does not answer. The wait ends with the service. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Does work on the state, and tries it again until the state answers.
     *
     * @throws EngineUnavailableException when the service ends before
     */
    <T> T with(Supplier<T> work) {
        Pace pace = new Pace(SHORTEST, LONGEST);
        while (true) {
            try {
                return work.get();
            } catch (EngineUnavailableException e) {
                LOG.warn("A query waits for the state: {}", e.getMessage());
                if (isEndedWithin(pace.slower())) {
                    throw e;
                }
            }
        }
    }

    /** Ends all waits. */
    void end() {
        ended.countDown();
    }

    private boolean isEndedWithin(Duration pause) {
        try {
            return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
