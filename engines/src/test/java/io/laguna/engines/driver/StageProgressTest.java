package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageProgressTest {
    @Test
    void readsTheNewestOfSparksProgressBars() {
        assertThat(StageProgress.lastIn("\r[Stage 2:====>   (5 + 2) / 10]\r[Stage 3:>     (0 + 2) / 48]"))
                .contains(new StageProgress(3, 0, 48));
    }

    @Test
    void takesNoOtherLineForProgress() {
        assertThat(StageProgress.lastIn("WARN [Stage fright] (1 + 2) / 3")).isEmpty();
    }
}
