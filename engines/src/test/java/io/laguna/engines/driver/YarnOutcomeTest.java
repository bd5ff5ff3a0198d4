package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.yarn.YarnApplication;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YarnOutcomeTest {
    @Test
    void onlyWhatYarnCallsSucceededIsASuccess() {
        assertThat(outcome("FINISHED", "SUCCEEDED", "")).isInstanceOf(RunOutcome.Succeeded.class);
        assertThat(outcome("KILLED", "KILLED", ""))
                .isEqualTo(new RunOutcome.Failed(RunOutcome.Kind.KILLED, 1, "application_1_0001 was killed on YARN"));
        assertThat(outcome("FINISHED", "UNDEFINED", "")).isInstanceOf(RunOutcome.Failed.class);
    }

    @Test
    void theReasonIsTheDiagnosticsWithoutFrames() {
        assertThat(outcome(
                                "FINISHED",
                                "FAILED",
                                "User class threw exception: java.lang.IllegalStateException: no rows\n"
                                        + "\tat a.B.main(B.java:1)\nCaused by: java.io.IOException: no bucket\n\t... 9 more\n")
                        .failure())
                .contains("User class threw exception: java.lang.IllegalStateException: no rows\n"
                        + "Caused by: java.io.IOException: no bucket");
        assertThat(outcome("FAILED", "FAILED", "").failure().orElseThrow())
                .contains("application_1_0001 ended as FAILED");
    }

    @Test
    void aScriptsReasonSaysWhereItsTracebackIs() {
        assertThat(outcome("FINISHED", "FAILED", "User application exited with status 1")
                        .failure()
                        .orElseThrow())
                .startsWith("User application exited with status 1\n")
                .contains("containers/application_1_0001/");
    }

    @Test
    void aScriptsReasonIsItsTracebackWhereTheNodeStillHasIt() {
        String printed =
                """
                rows: 3
                Traceback (most recent call last):
                  File "/var/lib/hadoop/appcache/application_1_0001/container_1/job.py", line 7, in <module>
                    total(rows)
                ZeroDivisionError: division by zero
                """;
        RunOutcome outcome = YarnOutcome.of(
                new YarnApplication(
                        "application_1_0001", "FINISHED", "FAILED", "User application exited with status 1"),
                application -> Optional.of(printed.lines().toList()));

        assertThat(outcome).isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> {
            assertThat(failed.reason())
                    .endsWith("ZeroDivisionError: division by zero")
                    .contains("line 7");
            assertThat(failed.brief()).isEqualTo("ZeroDivisionError: division by zero (job.py, line 7, in <module>)");
        });
    }

    @Test
    void aScriptsExitCodeAndLastLinesAreToldAsOfOneBesideLaguna() {
        assertThat(exited(3, "three rows are missing"))
                .isEqualTo(new RunOutcome.Failed(
                        RunOutcome.Kind.EXITED,
                        3,
                        "it exited with 3:\nthree rows are missing",
                        "three rows are missing"));
        assertThat(exited(137, "").failure().orElseThrow()).contains("killed by signal 9 (KILL)");
    }

    @Test
    void aDriverThatNeverSpokeToYarnTellsWhyByItsStandardError() {
        String quotation =
                """
                [2026-11-30 22:22:55.765]Container exited with a non-zero exit code 13. Error file: prelaunch.err.
                Last 4096 bytes of prelaunch.err :
                Last 4096 bytes of stderr :
                2026-11-30 22:22:55.493 ERROR ApplicationMaster Uncaught exception:\s
                java.lang.IllegalStateException: User did not initialize spark context!
                \tat org.apache.spark.deploy.yarn.ApplicationMaster.runDriver(ApplicationMaster.scala:522)


                """;
        String diagnostics = "Application application_1_0001 failed 2 times due to AM Container for"
                + " appattempt_1_0001_000002 exited with  exitCode: 13\nExit code: 13\n\n" + quotation + quotation
                + "For more detailed output, check the application tracking page: http://resourcemanager:8088/\n";

        assertThat(outcome("FAILED", "FAILED", diagnostics)).isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> {
            assertThat(failed.exitCode()).isEqualTo(13);
            assertThat(failed.reason().lines())
                    .containsExactly(
                            "it exited with 13:",
                            "2026-11-30 22:22:55.493 ERROR ApplicationMaster Uncaught exception: ",
                            "java.lang.IllegalStateException: User did not initialize spark context!");
        });
        String lost = "Application application_1_0001 failed 2 times due to AM Container for appattempt_1_0001_000002"
                + " exited with  exitCode: -100\nContainer released on a *lost* node";
        assertThat(outcome("FAILED", "FAILED", lost).failure().orElseThrow()).contains("*lost* node");
    }

    private static RunOutcome exited(int status, String output) {
        return YarnOutcome.of(
                new YarnApplication(
                        "application_1_0001", "FINISHED", "FAILED", "User application exited with status " + status),
                application -> Optional.of(output.lines().toList()));
    }

    private static RunOutcome outcome(String state, String finalStatus, String diagnostics) {
        return YarnOutcome.of(
                new YarnApplication("application_1_0001", state, finalStatus, diagnostics),
                application -> Optional.empty());
    }
}
