package io.laguna.emulator.scheduler;

import static io.laguna.emulator.scheduler.TestScheduler.JOB_RUN;
import static io.laguna.emulator.scheduler.TestScheduler.STEPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.state.State;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** Tests that Laguna can end at any moment and start again: nothing is done twice, and nothing is missed silently. */
@ExtendWith(SchedulerState.class)
class RestartTest {
    private TestScheduler scheduler;

    @BeforeEach
    void open(State state, @TempDir Path folder) {
        this.scheduler = new TestScheduler(state, folder);
    }

    @Test
    void whatIsDoneIsNotDoneAgain() {
        scheduler.create("daily", "cron(0 1 * * ? *)", STEPS);
        scheduler.pass(Duration.ofHours(1));

        scheduler.restart(Duration.ZERO);
        scheduler.restart(Duration.ofHours(1));

        assertThat(scheduler.targets.steps).hasSize(1);
    }

    @Test
    void aCallWithATokenIsMadeAgainWithTheSameOne() {
        scheduler.create("run", "at(2026-01-01T01:00:00)", JOB_RUN);
        scheduler.targets.fail(new Targets.Killed());
        assertThatThrownBy(() -> scheduler.pass(Duration.ofHours(1))).isInstanceOf(Targets.Killed.class);

        scheduler.restart(Duration.ofMinutes(10));
        scheduler.restart(Duration.ofMinutes(10));

        assertThat(scheduler.targets.jobRuns).hasSize(2);
        assertThat(scheduler.targets.jobRuns)
                .extracting(StartJobRunRequest::clientToken)
                .containsOnly(scheduler.targets.jobRuns.get(0).clientToken());
        assertThat(scheduler.log()).hasSize(2);
        assertThat(scheduler.log().get(1)).contains("\"SUCCEEDED\"", "\"attempt\":1");
    }

    @Test
    void aCallWithoutATokenThatMayHaveBeenMadeIsAFailureThatIsSeen() {
        scheduler.create("steps", "rate(1 hour)", STEPS);
        scheduler.targets.fail(new Targets.Killed());
        assertThatThrownBy(() -> scheduler.pass(Duration.ZERO)).isInstanceOf(Targets.Killed.class);

        scheduler.restart(Duration.ofMinutes(10));
        assertThat(scheduler.targets.steps).hasSize(1);
        assertThat(scheduler.log())
                .hasSize(1)
                .first()
                .asString()
                .contains("\"FAILED\"", "Laguna ended during the call");

        scheduler.pass(Duration.ofMinutes(50));
        assertThat(scheduler.targets.steps).hasSize(2);
    }

    @Test
    void whatWasMissedIsDoneOnceAndTheRestIsRecorded() {
        scheduler.create("hourly", "cron(0 * * * ? *)", STEPS);
        scheduler.pass(Duration.ofMinutes(30));

        scheduler.restart(Duration.ofHours(5));

        assertThat(scheduler.targets.steps).hasSize(2);
        assertThat(scheduler.log()).hasSize(3);
        assertThat(scheduler.log().get(1))
                .contains("\"MISSED\"", "2026-01-01T01:00:00Z and 3 more until 2026-01-01T04:00:00Z");
        assertThat(scheduler.log().get(2)).contains("\"SUCCEEDED\"", "\"scheduled\":\"2026-01-01T05:00:00Z\"");
    }

    @Test
    void whatIsTooOldIsMissed() {
        scheduler.create(
                "old",
                "at(2026-01-01T01:00:00)",
                STEPS.toBuilder()
                        .retryPolicy(policy -> policy.maximumEventAgeInSeconds(60))
                        .build());

        scheduler.restart(Duration.ofHours(2));

        assertThat(scheduler.targets.steps).isEmpty();
        assertThat(scheduler.log()).hasSize(1).first().asString().contains("\"MISSED\"", "MaximumEventAge");
    }

    @Test
    void aRetryIsStillMade() {
        scheduler.create("retried", "at(2026-01-01T01:00:00)", STEPS);
        scheduler.targets.fail(new IllegalStateException("no connection"));
        scheduler.pass(Duration.ofHours(1));

        scheduler.restart(Duration.ofMinutes(1));

        assertThat(scheduler.targets.steps).hasSize(2);
    }
}
