package io.laguna.emulator.scheduler;

import static io.laguna.emulator.scheduler.TestScheduler.JOB_RUN;
import static io.laguna.emulator.scheduler.TestScheduler.STEPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.state.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emr.model.InternalServerException;
import software.amazon.awssdk.services.emr.model.InvalidRequestException;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

/** Tests of when targets are called, and with what. */
@ExtendWith(SchedulerState.class)
class FiringTest {
    private TestScheduler scheduler;

    @BeforeEach
    void open(State state, @TempDir Path folder) {
        this.scheduler = new TestScheduler(state, folder);
    }

    @Test
    void aRateStartsAtOnceAndGoesOn() {
        scheduler.create("every-5", "rate(5 minutes)", STEPS);

        scheduler.pass(Duration.ZERO);
        assertThat(scheduler.targets.steps).hasSize(1);
        scheduler.pass(Duration.ofMinutes(4));
        assertThat(scheduler.targets.steps).hasSize(1);
        scheduler.pass(Duration.ofMinutes(1));
        assertThat(scheduler.targets.steps).hasSize(2);
        scheduler.pass(Duration.ZERO);
        assertThat(scheduler.targets.steps).hasSize(2);
    }

    @Test
    void theStepsOfTheInputAreAddedAsTheScheduleOwner() {
        scheduler.create("once", "at(2026-01-01T00:01:00)", STEPS);

        scheduler.pass(Duration.ofMinutes(1));

        var request = scheduler.targets.steps.get(0);
        assertThat(request.jobFlowId()).isEqualTo("j-1");
        assertThat(request.steps().get(0).hadoopJarStep().args()).containsExactly("spark-submit", "a.jar");
        assertThat(scheduler.targets.owners).containsExactly(TestScheduler.CALLER);
        assertThat(scheduler.log()).hasSize(1).first().asString().contains("\"SUCCEEDED\"", "schedule/default/once");
    }

    @Test
    void theInputSaysWhatIsKnownOfTheInvocation() {
        String input = JOB_RUN.input()
                .replace(
                        "}",
                        ", \"Name\": \"<aws.scheduler.scheduled-time> <aws.scheduler.attempt-number>"
                                + " <aws.scheduler.schedule-arn>\"}");
        scheduler.create(
                "named", "cron(30 0 * * ? *)", JOB_RUN.toBuilder().input(input).build());

        scheduler.pass(Duration.ofMinutes(31));

        StartJobRunRequest run = scheduler.targets.jobRuns.get(0);
        assertThat(run.name())
                .isEqualTo("2026-01-01T00:30:00Z 1 arn:aws:scheduler:eu-west-1:123456789012:schedule/default/named");
        assertThat(run.applicationId()).isEqualTo("00f1");
        assertThat(run.clientToken()).hasSize(36);
    }

    @Test
    void startAndEndBoundARate() {
        scheduler.create("bounded", "rate(1 hour)", STEPS, request -> request.startDate(
                        TestClock.START.plus(Duration.ofHours(1)))
                .endDate(TestClock.START.plus(Duration.ofHours(2))));

        scheduler.pass(Duration.ofMinutes(59));
        assertThat(scheduler.targets.steps).isEmpty();
        scheduler.pass(Duration.ofMinutes(1));
        scheduler.pass(Duration.ofHours(1));
        scheduler.pass(Duration.ofHours(1));
        assertThat(scheduler.targets.steps).hasSize(2);
    }

    @Test
    void invocationsAreSpreadOverTheFlexibleWindowOnceEach() {
        for (int each = 0; each < 10; each++) {
            scheduler.create(
                    "flexible-" + each,
                    "at(2026-01-01T01:00:00)",
                    STEPS,
                    request -> request.flexibleTimeWindow(window ->
                            window.mode(FlexibleTimeWindowMode.FLEXIBLE).maximumWindowInMinutes(60)));
        }

        scheduler.pass(Duration.ofMinutes(59));
        assertThat(scheduler.targets.steps).isEmpty();
        Set<Integer> sizes = new TreeSet<>();
        for (int minute = 0; minute <= 60; minute++) {
            scheduler.pass(Duration.ofMinutes(1));
            sizes.add(scheduler.targets.steps.size());
        }

        assertThat(scheduler.targets.steps).hasSize(10);
        assertThat(sizes).hasSizeGreaterThan(3);
    }

    @Test
    void whatIsDisabledDoesNotFireAndFiresAgainWhenItIsEnabled() {
        scheduler.create("switched", "rate(1 hour)", STEPS, request -> request.state(ScheduleState.DISABLED));
        scheduler.pass(Duration.ofMinutes(90));
        assertThat(scheduler.targets.steps).isEmpty();

        update(ScheduleState.ENABLED);
        scheduler.pass(Duration.ZERO);
        assertThat(scheduler.targets.steps).isEmpty();
        scheduler.pass(Duration.ofMinutes(30));
        assertThat(scheduler.targets.steps).hasSize(1);
    }

    @Test
    void aScheduleIsDeletedAfterItsLastInvocationWhenThatIsWanted() {
        scheduler.create(
                "gone",
                "at(2026-01-01T00:01:00)",
                STEPS,
                request -> request.actionAfterCompletion(ActionAfterCompletion.DELETE));
        scheduler.create("stays", "at(2026-01-01T00:01:00)", STEPS);

        scheduler.pass(Duration.ofMinutes(1));

        assertThat(scheduler.targets.steps).hasSize(2);
        assertThatThrownBy(() -> scheduler.client.getSchedule(request -> request.name("gone")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(scheduler
                        .client
                        .getSchedule(request -> request.name("stays"))
                        .state())
                .isEqualTo(ScheduleState.ENABLED);
    }

    @Test
    void aFailedInvocationIsTriedAgainLaterAndLaterWithTheSameToken() {
        scheduler.create("retried", "at(2026-01-01T00:01:00)", JOB_RUN);
        scheduler.targets.fail(new IllegalStateException("no connection"));
        scheduler.targets.fail(new IllegalStateException("no connection"));

        scheduler.pass(Duration.ofMinutes(1));
        scheduler.pass(Duration.ZERO);
        assertThat(scheduler.targets.jobRuns).hasSize(1);
        scheduler.pass(Duration.ofSeconds(1));
        scheduler.pass(Duration.ofSeconds(1));
        assertThat(scheduler.targets.jobRuns).hasSize(2);
        scheduler.pass(Duration.ofSeconds(1));
        scheduler.pass(Duration.ofHours(1));

        assertThat(scheduler.targets.jobRuns).hasSize(3);
        assertThat(scheduler.targets.jobRuns)
                .extracting(StartJobRunRequest::clientToken)
                .containsOnly(scheduler.targets.jobRuns.get(0).clientToken());
        assertThat(scheduler.log()).hasSize(3);
        assertThat(scheduler.log().get(0)).contains("\"RETRY\"", "no connection");
        assertThat(scheduler.log().get(2)).contains("\"SUCCEEDED\"", "\"attempt\":3");
    }

    @Test
    void theRetryPolicyEndsIt() {
        scheduler.create(
                "twice",
                "at(2026-01-01T00:01:00)",
                STEPS.toBuilder()
                        .retryPolicy(policy -> policy.maximumRetryAttempts(1))
                        .build());
        for (int attempt = 0; attempt < 3; attempt++) {
            scheduler.targets.fail(
                    InternalServerException.builder().message("busy").build());
        }

        for (int minute = 0; minute < 10; minute++) {
            scheduler.pass(Duration.ofMinutes(1));
        }

        assertThat(scheduler.targets.steps).hasSize(2);
        assertThat(scheduler.log().get(1)).contains("\"FAILED\"", "InternalServerException: busy");
    }

    @Test
    void aRequestThatTheTargetFindsWrongIsNotRepeated() {
        scheduler.create("wrong", "at(2026-01-01T00:01:00)", STEPS);
        scheduler.targets.fail(InvalidRequestException.builder()
                .message("Cluster id 'j-1' is not valid.")
                .build());

        scheduler.pass(Duration.ofMinutes(1));
        scheduler.pass(Duration.ofHours(1));

        assertThat(scheduler.targets.steps).hasSize(1);
        assertThat(scheduler.log()).hasSize(1).first().asString().contains("\"FAILED\"", "Cluster id 'j-1'");
    }

    private void update(ScheduleState state) {
        scheduler.client.updateSchedule(request -> request.name("switched")
                .scheduleExpression("rate(1 hour)")
                .state(state)
                .target(STEPS)
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF)));
    }
}
