package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.RunOutcome.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReasonTest {
    @Test
    void givesTheExceptionThatReachedMainAndEveryCauseWithoutFrames() {
        RunOutcome.Failed failure = failure(
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
    void saysWhatToDoWithoutTheFirstSdk() {
        assertThat(failure(
                                List.of(
                                        "Exception in thread \"main\" java.lang.NoClassDefFoundError:"
                                                + " com/amazonaws/services/s3/AmazonS3ClientBuilder",
                                        "\tat Job.main(Job.java:1)"),
                                1)
                        .reason())
                .endsWith("\n" + JavaFailure.NO_FIRST_SDK);
    }

    @Test
    void givesTheLastWordsOfADriverThatThrewNothing() {
        assertThat(failure(List.of("Missing argument --raw", "Usage: CleanCases --raw URI"), 2))
                .isEqualTo(new RunOutcome.Failed(
                        Kind.EXITED,
                        2,
                        "it exited with 2:\nMissing argument --raw\nUsage: CleanCases --raw URI",
                        "Usage: CleanCases --raw URI"));
    }

    @Test
    void tellsAKilledDriverAndOneWithoutMemoryApart() {
        assertThat(failure(List.of("half a line"), 137))
                .isEqualTo(new RunOutcome.Failed(Kind.KILLED, 137, "the process was killed by signal 9 (KILL)"));
        assertThat(failure(List.of("Terminating due to java.lang.OutOfMemoryError: Java heap space"), 3))
                .satisfies(failed -> assertThat(failed.kind()).isEqualTo(Kind.OUT_OF_MEMORY))
                .satisfies(failed -> assertThat(failed.reason()).contains("--driver-memory"));
    }

    @Test
    void givesWhatWasPrintedWhereStandardErrorIsALogOrEmpty() {
        List<String> log = List.of("2026-11-21 06:00:00.000 WARN  Utils something else");

        assertThat(new FailureReason(List.of("no rows"), log).of(1).reason()).isEqualTo("no rows");
        assertThat(new FailureReason(List.of("no rows"), List.of()).of(1).reason())
                .isEqualTo("no rows");
        assertThat(new FailureReason(List.of("no rows"), List.of("no bucket"))
                        .of(1)
                        .reason())
                .isEqualTo("no bucket");
        assertThat(new FailureReason(List.of(), List.of()).of(7).reason())
                .isEqualTo("it exited with 7 and said nothing");
    }

    private static RunOutcome.Failed failure(List<String> error, int exitCode) {
        return new FailureReason(List.of(), error).of(exitCode);
    }
}
