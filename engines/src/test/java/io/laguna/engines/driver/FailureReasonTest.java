package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.RunOutcome.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReasonTest {
    @Test
    void givesTheExceptionThatReachedMainAndEveryCauseWithoutFrames() {
        RunOutcome.Failed failure = FailureReason.in(
                List.of(
                        "2026-11-21 06:00:00 WARN  Utils something else",
                        "Exception in thread \"main\" java.lang.IllegalStateException: rows in 10, rows out 9",
                        "names of a second line",
                        "\tat io.laguna.apps.covid.CleanCases.main(CleanCases.java:1)",
                        "Caused by: java.io.IOException: No such bucket",
                        "\t... 12 more"),
                1);

        assertThat(failure.kind()).isEqualTo(Kind.EXCEPTION);
        assertThat(failure.reason())
                .isEqualTo("java.lang.IllegalStateException: rows in 10, rows out 9\nnames of a second line\n"
                        + "Caused by: java.io.IOException: No such bucket");
    }

    @Test
    void givesTheLastWordsOfADriverThatThrewNothing() {
        assertThat(FailureReason.in(List.of("Missing argument --raw", "Usage: CleanCases --raw URI"), 2))
                .isEqualTo(
                        new RunOutcome.Failed(Kind.EXITED, 2, "Missing argument --raw\nUsage: CleanCases --raw URI"));
    }

    @Test
    void tellsAKilledDriverAndOneWithoutMemoryApart() {
        assertThat(FailureReason.in(List.of("half a line"), 137))
                .isEqualTo(new RunOutcome.Failed(Kind.KILLED, 137, "the process was killed by signal 9 (KILL)"));
        assertThat(FailureReason.in(List.of("Terminating due to java.lang.OutOfMemoryError: Java heap space"), 3))
                .satisfies(failed -> assertThat(failed.kind()).isEqualTo(Kind.OUT_OF_MEMORY))
                .satisfies(failed -> assertThat(failed.reason()).contains("--driver-memory"));
    }
}
