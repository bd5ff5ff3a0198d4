package io.laguna.emulator.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void pausesGrowToTheLongest() {
        assertThat(Stream.generate(pace::slower).limit(5).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void aSuccessBeginsAnew() {
        assertThat(pace.slower()).isLessThan(pace.slower());
        pace.again();

        assertThat(pace.slower()).isEqualTo(Duration.ofSeconds(1));
    }
}
