package io.laguna.pipelines.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.laguna.pipelines.follow.LogStore;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Place.StepOrder;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.profile.TestProfile;
import io.laguna.pipelines.profile.Via;
import io.laguna.pipelines.run.StepNotes;
import io.laguna.pipelines.step.PipelineCode;
import io.laguna.pipelines.step.Step;
import io.laguna.pipelines.step.StepFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.emr.model.EmrException;
import software.amazon.awssdk.services.emr.model.StepState;

class ClusterStepsTest {
    private static final List<List<Step>> WAVES = List.of(
            List.of(step("extract"), step("clean")), List.of(step("marts"), step("model")), List.of(step("report")));
    private static final String LOGS = "s3://my-company-lake-logs/emr/" + SmallEmr.CLUSTER;

    private final SmallEmr emr = new SmallEmr();
    private final LogStore logs = new LogStore();
    private final StepNotes notes = new StepNotes();

    @Test
    void aWaveIsAddedWhenTheOneBeforeItIsDone() {
        try (ClusterSteps cluster = cluster(StepOrder.WAVES)) {
            cluster.prepare();
            assertThat(emr.calls).containsExactly("RunJobFlow[]");

            cluster.run(WAVES);

            assertThat(emr.isTerminated()).isFalse();
        }
        assertThat(emr.calls)
                .containsExactly(
                        "RunJobFlow[]",
                        "AddJobFlowSteps[extract, clean]",
                        "AddJobFlowSteps[marts, model]",
                        "AddJobFlowSteps[report]",
                        "TerminateJobFlows[" + SmallEmr.CLUSTER + "]");
        assertThat(notes.notes())
                .startsWith("cluster " + SmallEmr.CLUSTER)
                .containsSubsequence("extract RUNNING", "extract succeeded", "report RUNNING", "report succeeded");
    }

    @Test
    void inSequenceTheClusterBeginsWithItsStepsAndIsGivenMoreOfThem() {
        try (ClusterSteps cluster = cluster(StepOrder.SEQUENCE)) {
            cluster.prepare();
            assertThat(emr.calls).isEmpty();

            cluster.run(WAVES.subList(0, 2));
            assertThat(emr.isTerminated()).isFalse();
            cluster.run(WAVES.subList(2, 3));
        }
        assertThat(emr.calls)
                .containsExactly(
                        "RunJobFlow[extract, clean, marts, model]",
                        "AddJobFlowSteps[report]",
                        "TerminateJobFlows[" + SmallEmr.CLUSTER + "]");
        assertThat(notes.notes())
                .containsSubsequence("extract succeeded", "clean RUNNING", "clean succeeded", "report succeeded");
    }

    @Test
    void aFailedStepIsToldWithItsReasonAndLogAndItsClusterEnds() {
        emr.ends.put("clean", status -> status.state(StepState.FAILED)
                .failureDetails(details -> details.reason("Unknown Error.")
                        .message("java.lang.IllegalStateException: 3 rows are lost")
                        .logFile(LOGS + "/steps/s-1clean/stderr.gz")));
        logs.put(LOGS + "/steps/s-1clean/stderr.gz", "INFO begun\nException in thread \"main\"\n", 3);

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> run(StepOrder.WAVES))
                .withMessageContaining("clean (a -> b) failed: EMR says FAILED: Unknown Error."
                        + " java.lang.IllegalStateException: 3 rows are lost")
                .withMessageContaining(LOGS + "/steps/s-1clean/stderr.gz, which ends with")
                .withMessageContaining("    Exception in thread \"main\"");
        assertThat(emr.calls)
                .doesNotContain("AddJobFlowSteps[marts, model]")
                .last()
                .isEqualTo("TerminateJobFlows[" + SmallEmr.CLUSTER + "]");
    }

    @Test
    void aLogThatDoesNotComeIsWaitedForOnlySoLong() {
        emr.ends.put("report", status -> status.state(StepState.FAILED));

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> run(StepOrder.WAVES))
                .withMessageContaining(LOGS + "/steps/s-4report/stderr.gz, which was not there after");
    }

    @Test
    void aStepThatIsCancelledIsNoSuccessAndTheClustersReasonIsTold() {
        emr.ends.put("model", status -> status.state(StepState.CANCELLED));

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> run(StepOrder.WAVES))
                .withMessageContaining("model (a -> b) was not run: EMR says CANCELLED")
                .withMessageContaining("TERMINATED_WITH_ERRORS: Instances could not be had");
        assertThat(emr.isTerminated()).isTrue();
    }

    @Test
    void ofAFailedAndACancelledStepTheFailedOneIsTold() {
        emr.ends.put("marts", status -> status.state(StepState.FAILED));
        emr.ends.put("model", status -> status.state(StepState.CANCELLED));

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> run(StepOrder.WAVES))
                .withMessageContaining("The step marts (a -> b) failed");
    }

    @Test
    void stoppedTheStepsAreCancelledAndTheClusterEnds() {
        ClusterSteps cluster = cluster(StepOrder.WAVES);
        cluster.prepare();
        AtomicInteger looks = new AtomicInteger();
        emr.ends.put("extract", status -> status.state(StepState.RUNNING));
        // Ctrl-C stops the run like this: from another thread, in the middle of following steps.
        emr.beforeLook = () -> {
            if (looks.incrementAndGet() == 3) {
                CompletableFuture.runAsync(cluster::stop).join();
            }
        };

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> cluster.run(WAVES));

        cluster.close();
        assertThat(emr.calls)
                .containsExactly(
                        "RunJobFlow[]",
                        "AddJobFlowSteps[extract, clean]",
                        "CancelSteps[s-0extract, s-1clean]",
                        "TerminateJobFlows[" + SmallEmr.CLUSTER + "]");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(cluster::prepare);
    }

    @Test
    void aShortOutageIsWaitedOut() {
        AtomicInteger looks = new AtomicInteger();
        emr.beforeLook = () -> {
            int look = looks.incrementAndGet();
            if (look == 2) {
                throw SdkClientException.create("Unable to execute HTTP request");
            }
            if (look == 3) {
                throw EmrException.builder().statusCode(503).message("busy").build();
            }
        };

        run(StepOrder.WAVES);

        assertThat(notes.notes()).contains("report succeeded");
    }

    @Test
    void aLongOutageAndARefusalEndTheRun() {
        emr.beforeLook = () -> {
            throw SdkClientException.create("Unable to execute HTTP request");
        };
        Instant begun = Instant.now();
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> run(StepOrder.WAVES));
        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));

        emr.beforeLook = () -> {
            throw EmrException.builder().statusCode(400).message("AccessDenied").build();
        };
        assertThatExceptionOfType(EmrException.class).isThrownBy(() -> run(StepOrder.WAVES));
        assertThat(emr.isTerminated()).isTrue();
    }

    @Test
    void stepsThatNeverEndAreGivenUpAtTheDeadline() {
        emr.ends.put("clean", status -> status.state(StepState.RUNNING));
        Profile profile = TestProfile.of(Via.EMR, Duration.ofSeconds(1));

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> {
                    try (ClusterSteps cluster = cluster(StepOrder.WAVES, profile)) {
                        cluster.prepare();
                        cluster.run(WAVES);
                    }
                })
                .withMessageContaining("clean (a -> b) failed: The cluster " + SmallEmr.CLUSTER + " took longer than");
        assertThat(emr.isTerminated()).isTrue();
    }

    private void run(StepOrder order) {
        try (ClusterSteps cluster = cluster(order)) {
            cluster.prepare();
            cluster.run(WAVES);
        }
    }

    private ClusterSteps cluster(StepOrder order) {
        return cluster(order, TestProfile.of(Via.EMR));
    }

    private ClusterSteps cluster(StepOrder order, Profile profile) {
        Place.Cluster shipped = (Place.Cluster) profile.place();
        Place.Cluster place = new Place.Cluster(
                order,
                shipped.primaryType(),
                shipped.coreType(),
                shipped.coreCount(),
                shipped.serviceRole(),
                shipped.instanceProfile(),
                shipped.subnet(),
                shipped.idleTimeout());
        return new ClusterSteps(
                emr, logs, profile, place, new PipelineCode("small", "s3://code/jobs.jar"), notes, new StopSignal());
    }

    private static Step step(String name) {
        return new Step(name, "a -> b", "Main", List.of(), List.of());
    }
}
