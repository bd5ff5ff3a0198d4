package io.laguna.engines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YarnApplicationTest {
    @Test
    void onlyWhatYarnCallsSucceededIsASuccess() {
        assertThat(application("FINISHED", "SUCCEEDED", "").outcome()).isInstanceOf(RunOutcome.Succeeded.class);
        assertThat(application("KILLED", "KILLED", "").outcome())
                .isEqualTo(new RunOutcome.Failed(RunOutcome.Kind.KILLED, 1, "application_1_0001 was killed on YARN"));
        assertThat(application("FINISHED", "UNDEFINED", "").outcome()).isInstanceOf(RunOutcome.Failed.class);
    }

    @Test
    void theReasonIsTheDiagnosticsWithoutFrames() {
        assertThat(application(
                                "FINISHED",
                                "FAILED",
                                "User class threw exception: java.lang.IllegalStateException: no rows\n"
                                        + "\tat a.B.main(B.java:1)\nCaused by: java.io.IOException: no bucket\n\t... 9 more\n")
                        .reason())
                .isEqualTo("User class threw exception: java.lang.IllegalStateException: no rows\n"
                        + "Caused by: java.io.IOException: no bucket");
        assertThat(application("FAILED", "FAILED", "").reason()).contains("application_1_0001 ended as FAILED");
    }

    private static YarnApplication application(String state, String finalStatus, String diagnostics) {
        return new YarnApplication("application_1_0001", state, finalStatus, diagnostics);
    }
}
