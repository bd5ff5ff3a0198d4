package io.laguna.emulator.glue.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of the sums of runs. */
class RunUsageTest {
    @Test
    void everyRunIsPricedAndAdded() {
        RunUsage usage =
                new RunUsage((dpu, seconds, isFlexible) -> BigDecimal.valueOf((isFlexible ? 1 : 2) * seconds, 2));

        assertThat(usage.of(10, 60, false)).isEqualTo("1.20");
        assertThat(usage.of(0.0625, 32, true)).isEqualTo("0.32");

        assertThat(usage.figures())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "glueRuns",
                        2L,
                        "glueDpuSeconds",
                        602L,
                        "lastGlueRunOnAws",
                        "$0.32",
                        "allGlueRunsOnAws",
                        "$1.52"));
    }
}
