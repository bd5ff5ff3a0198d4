package io.laguna.pipelines.emrserverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.laguna.pipelines.follow.LogStore;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.profile.TestProfile;
import io.laguna.pipelines.profile.Via;
import io.laguna.pipelines.run.StepNotes;
import io.laguna.pipelines.step.PipelineCode;
import io.laguna.pipelines.step.Step;
import io.laguna.pipelines.step.StepFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

class ApplicationStepsTest {
    private static final List<List<Step>> WAVES =
            List.of(List.of(step("extract"), step("clean")), List.of(step("marts")));

    private final SmallEmrServerless serverless = new SmallEmrServerless();
    private final LogStore logs = new LogStore();
    private final StepNotes notes = new StepNotes();

    @Test
    void anApplicationIsMadeForTheRunAndDeletedAfterIt() {
        run(Optional.empty());

        assertThat(serverless.calls)
                .containsExactly(
                        "CreateApplication",
                        "StartJobRun extract",
                        "StartJobRun clean",
                        "StartJobRun marts",
                        "StopApplication",
                        "DeleteApplication");
        assertThat(notes.notes())
                .startsWith("application " + SmallEmrServerless.APPLICATION)
                .containsSubsequence("clean RUNNING", "clean succeeded", "marts RUNNING", "marts succeeded");
    }

    @Test
    void anApplicationThatIsThereStays() {
        run(Optional.of("00theirs"));

        assertThat(serverless.calls).containsExactly("StartJobRun extract", "StartJobRun clean", "StartJobRun marts");
    }

    @Test
    void aFailedJobIsToldWithItsLogAndTheOtherIsCancelled() {
        serverless.ends.put("clean", job -> job.state(JobRunState.FAILED)
                .stateDetails("Job failed, please check the driver's log."));
        serverless.ends.put("extract", job -> job.state(JobRunState.RUNNING));
        logs.put(
                "s3://my-company-lake-logs/emr/applications/00small/jobs/run-1/SPARK_DRIVER/stderr.gz",
                "IllegalStateException: 3 rows are lost\n",
                2);

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> run(Optional.empty()))
                .withMessageContaining("clean (a -> b) failed: EMR Serverless says FAILED: Job failed")
                .withMessageContaining("    IllegalStateException: 3 rows are lost");
        assertThat(serverless.calls)
                .endsWith("CancelJobRun run-0", "StopApplication", "DeleteApplication")
                .doesNotContain("StartJobRun marts");
    }

    @Test
    void stoppedItsJobsAreCancelledAndTheApplicationGoes() {
        ApplicationSteps application = application(Optional.empty());
        application.prepare();
        AtomicInteger looks = new AtomicInteger();
        serverless.ends.put("extract", job -> job.state(JobRunState.RUNNING));
        serverless.ends.put("clean", job -> job.state(JobRunState.RUNNING));
        // Ctrl-C stops the run like this: from another thread, in the middle of following jobs.
        serverless.beforeLook = () -> {
            if (looks.incrementAndGet() == 5) {
                CompletableFuture.runAsync(application::stop).join();
            }
        };

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> application.run(WAVES));

        application.close();
        assertThat(serverless.calls)
                .endsWith("CancelJobRun run-0", "CancelJobRun run-1", "StopApplication", "DeleteApplication");
    }

    @Test
    void jobsThatNeverEndAreGivenUpAtTheDeadlineAndCancelled() {
        serverless.ends.put("clean", job -> job.state(JobRunState.RUNNING));
        Profile profile = TestProfile.of(Via.EMR_SERVERLESS, Duration.ofSeconds(1));

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> run(Optional.empty(), profile))
                .withMessageContaining("clean (a -> b) failed: The job runs took longer than");
        assertThat(serverless.calls).endsWith("CancelJobRun run-1", "StopApplication", "DeleteApplication");
    }

    private void run(Optional<String> id) {
        run(id, TestProfile.of(Via.EMR_SERVERLESS));
    }

    private void run(Optional<String> id, Profile profile) {
        try (ApplicationSteps application = application(id, profile)) {
            application.prepare();
            application.run(WAVES);
        }
    }

    private ApplicationSteps application(Optional<String> id) {
        return application(id, TestProfile.of(Via.EMR_SERVERLESS));
    }

    private ApplicationSteps application(Optional<String> id, Profile profile) {
        Place.Application shipped = (Place.Application) profile.place();
        Place.Application place = new Place.Application(
                id,
                shipped.executionRole(),
                shipped.maximumCpu(),
                shipped.maximumMemory(),
                shipped.subnets(),
                shipped.securityGroups());
        return new ApplicationSteps(
                serverless,
                logs,
                profile,
                place,
                new PipelineCode("small", "s3://code/jobs.jar"),
                notes,
                new StopSignal());
    }

    private static Step step(String name) {
        return new Step(name, "a -> b", "Main", List.of(), List.of());
    }
}
