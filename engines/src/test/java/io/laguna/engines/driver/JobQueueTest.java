package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Tests of who gets a place when. */
class JobQueueTest {
    private static final long GIGA = 1L << 30;

    private Instant now = Instant.EPOCH;
    private OptionalLong available = OptionalLong.of(20 * GIGA);
    private final JobQueue queue = new JobQueue(
            2,
            new FurtherPlaces(
                    4,
                    MemorySize.of("2g"),
                    new Clock() {
                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return now;
                        }
                    },
                    () -> available));

    private void add(int jobs, String... words) {
        for (int i = 0; i < jobs; i++) {
            Run run = new Run(Path.of("run" + i), Optional.empty(), ignored -> {});
            queue.add(run, StandIn.job(words));
        }
    }

    private int begun() {
        int begun = 0;
        while (queue.next().isPresent()) {
            begun++;
        }
        return begun;
    }

    private void pass(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    @Test
    void aJobBeyondTheCoresBeginsWhenItHasWaited() {
        add(6, "app.jar");
        assertThat(begun()).isEqualTo(2);
        pass(4);
        assertThat(begun()).isZero();
        pass(1);
        assertThat(begun()).as("four is the most").isEqualTo(2);
        pass(600);
        assertThat(begun()).isZero();
        assertThat(queue.isWaitedIn()).isTrue();
    }

    @Test
    void aJobBeginsOnlyWhereMemoryIsLeftToOthersAndToThoseThatHaveJustBegun() {
        add(3, "app.jar");
        assertThat(begun()).isEqualTo(2);
        available = OptionalLong.of(8 * GIGA);
        pass(10);
        assertThat(begun()).as("two young ones will take 4 GB, others have 4").isZero();
        pass(30);
        assertThat(begun()).isEqualTo(1);
    }

    @Test
    void aMachineThatDoesNotTellItsMemoryHasNoFurtherPlaces() {
        add(3, "app.jar");
        assertThat(begun()).isEqualTo(2);
        available = OptionalLong.empty();
        pass(600);
        assertThat(begun()).isZero();
    }

    @Test
    void aJobWithAHeapOfItsOwnWaitsForACore() {
        add(3, "--conf", "spark.driver.memory=8g", "app.jar");
        assertThat(begun()).isEqualTo(2);
        pass(600);
        assertThat(begun()).isZero();
    }
}
