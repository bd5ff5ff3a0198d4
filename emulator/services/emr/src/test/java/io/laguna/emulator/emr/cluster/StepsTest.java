package io.laguna.emulator.emr.cluster;

import static io.laguna.emulator.emr.TestCluster.bash;
import static io.laguna.emulator.emr.TestCluster.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.CANCEL_AND_WAIT;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.CONTINUE;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.TERMINATE_CLUSTER;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.TERMINATE_JOB_FLOW;

import io.laguna.emulator.emr.EmrLake;
import io.laguna.emulator.emr.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.CancelStepsInfo;
import software.amazon.awssdk.services.emr.model.CancelStepsRequestStatus;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.emr.model.EmrException;
import software.amazon.awssdk.services.emr.model.InvalidRequestException;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepSummary;

/** What steps do, and what their ends mean for the others and for their cluster. */
@ExtendWith(EmrLake.class)
class StepsTest {
    private final EmrLake.Running lake;

    @TempDir
    private Path folder;

    StepsTest(EmrLake.Running lake) {
        this.lake = lake;
    }

    @Test
    void aTransientClusterRunsItsStepsInOrderAndTerminates() {
        TestCluster cluster = lake.cluster()
                .run(
                        bash("echo first; echo warned >&2; echo 1 >> " + folder + "/order", CONTINUE),
                        bash("echo 2 >> " + folder + "/order; echo $EMR_STEP_ID", CONTINUE));

        Cluster ended = cluster.await(ClusterState.TERMINATED);

        assertThat(ended.status().stateChangeReason().code())
                .isEqualTo(ClusterStateChangeReasonCode.ALL_STEPS_COMPLETED);
        assertThat(ended.status().stateChangeReason().message()).isEqualTo("Steps completed");
        assertThat(ended.status().timeline().readyDateTime())
                .isBetween(
                        ended.status().timeline().creationDateTime(),
                        ended.status().timeline().endDateTime());
        assertThat(folder.resolve("order")).hasContent("1\n2\n");
        List<Step> steps = cluster.steps();
        assertThat(cluster.states()).containsOnly(StepState.COMPLETED);
        assertThat(steps.get(0).status().timeline().endDateTime())
                .isBeforeOrEqualTo(steps.get(1).status().timeline().startDateTime());
        assertThat(cluster.log(steps.get(0).id(), "stdout")).isEqualTo("first\n");
        assertThat(cluster.log(steps.get(0).id(), "stderr")).isEqualTo("warned\n");
        assertThat(cluster.log(steps.get(0).id(), "controller"))
                .contains("startExec 'bash -c echo first", "Step succeeded with exitCode 0");
        assertThat(cluster.log(steps.get(1).id(), "stdout"))
                .isEqualTo(steps.get(1).id() + "\n");
    }

    @Test
    void whatAStepPrintsIsInItsLogToTheByteAndAProgressBarIsNot() {
        TestCluster cluster = lake.cluster()
                .run(bash("printf 'a\\rb\\rc'; printf '\\r[Stage 1:==>  (1 + 1) / 2]\\rdone' >&2", CONTINUE));

        cluster.await(ClusterState.TERMINATED);

        String step = cluster.steps().get(0).id();
        assertThat(cluster.log(step, "stdout")).isEqualTo("a\rb\rc");
        assertThat(cluster.log(step, "stderr")).isEqualTo("done");
    }

    @Test
    void aFailedStepCancelsTheOthersAndLeavesTheClusterWaiting() {
        TestCluster cluster = lake.cluster()
                .alive()
                .run(bash("echo no such table >&2; exit 3", CANCEL_AND_WAIT), bash("true", CONTINUE));

        Cluster waiting = cluster.await(ClusterState.WAITING);

        Step failed = cluster.steps().get(0);
        assertThat(cluster.states()).containsExactly(StepState.FAILED, StepState.CANCELLED);
        assertThat(failed.status().failureDetails().message()).contains("no such table");
        assertThat(failed.status().failureDetails().reason()).isEqualTo("Unknown Error.");
        assertThat(lake.log(failed.status().failureDetails().logFile())).isEqualTo("no such table\n");
        assertThat(cluster.log(failed.id(), "controller")).contains("Step failed with exitCode 3");
        assertThat(waiting.status().stateChangeReason().message()).isEqualTo("Cluster ready after last step failed.");
        String next = cluster.add(bash("true", CONTINUE)).get(0);
        cluster.await(next, StepState.COMPLETED);
        cluster.await(ClusterState.WAITING);
        cluster.terminate();
    }

    @Test
    void theDefaultsOfHudiAreAFileThatItsJobsFind() {
        TestCluster cluster = lake.cluster()
                .with(request -> request.configurations(Configuration.builder()
                        .classification("hudi-defaults")
                        .properties(Map.of("hoodie.cleaner.commits.retained", "3", "hoodie.b", "a=b"))
                        .build()))
                .run(bash("cat $HUDI_CONF_DIR/hudi-defaults.conf", CONTINUE));

        cluster.await(ClusterState.TERMINATED);

        assertThat(cluster.log(cluster.steps().get(0).id(), "stdout"))
                .isEqualTo("hoodie.b=a=b\nhoodie.cleaner.commits.retained=3\nhoodie.datasource.hive_sync.mode=hms\n");
    }

    @Test
    void stepsOfAClusterShareAHomeOfItsOwn() {
        String script = lake.put(
                "setup.sh",
                """
                #!/bin/bash
                echo "$1" >~/setup
                printf '#!/bin/sh\\ncat ~/setup' >/home/hadoop/run.sh
                chmod +x ~/run.sh
                """);
        TestCluster cluster = lake.cluster()
                .with(request -> request.bootstrapActions(BootstrapActionConfig.builder()
                        .name("setup")
                        .scriptBootstrapAction(boot -> boot.path(script).args("made"))
                        .build()))
                .run(
                        bash("cd && ./run.sh; pwd; echo $HOME", CONTINUE),
                        step(CONTINUE, "script-runner.jar", "/home/hadoop/run.sh"),
                        bash("sudo -u hadoop env A=b sh -c 'echo $A'; ls /usr/bin/s3-dist-cp", CONTINUE));

        cluster.await(ClusterState.TERMINATED);

        List<Step> steps = cluster.steps();
        assertThat(cluster.log(steps.get(0).id(), "stdout")).isEqualTo("made\n/home/hadoop\n/home/hadoop\n");
        assertThat(cluster.log(steps.get(1).id(), "stdout")).isEqualTo("made\n");
        assertThat(cluster.log(steps.get(2).id(), "stdout")).isEqualTo("b\n/usr/bin/s3-dist-cp\n");
        assertThat(Path.of("/home/hadoop/setup")).doesNotExist();
        assertThat(lake.folder().resolve("000000000000").resolve(cluster.id()).resolve("home"))
                .doesNotExist();
    }

    @Test
    void theStatePusherDoesNotEndACluster() {
        TestCluster cluster = lake.cluster()
                .run(
                        step(TERMINATE_CLUSTER, "command-runner.jar", "state-pusher-script"),
                        step(
                                TERMINATE_CLUSTER,
                                "s3://us-east-1.elasticmapreduce/libs/script-runner/script-runner.jar",
                                "s3://us-east-1.elasticmapreduce/libs/state-pusher/0.1/fetch"));

        cluster.await(ClusterState.TERMINATED);

        assertThat(cluster.states()).containsOnly(StepState.COMPLETED);
    }

    @Test
    void everyStateHasAReasonAndATimeline() {
        TestCluster cluster = lake.cluster().run(bash("true", CONTINUE), bash("false", CONTINUE));

        cluster.await(ClusterState.TERMINATED);

        assertThat(cluster.steps()).allSatisfy(step -> {
            assertThat(step.status().stateChangeReason()).isNotNull();
            assertThat(step.status().timeline().creationDateTime()).isNotNull();
        });
        assertThat(lake.client().listSteps(list -> list.clusterId(cluster.id())).steps())
                .allSatisfy(
                        step -> assertThat(step.status().stateChangeReason()).isNotNull());
        assertThat(lake.client()
                        .listInstances(list -> list.clusterId(cluster.id()))
                        .instances())
                .allSatisfy(instance ->
                        assertThat(instance.status().stateChangeReason()).isNotNull());
    }

    @Test
    void whoeverSeesAStepFailedFindsItsLogs() {
        TestCluster cluster = lake.cluster().alive().run(bash("exit 1", CONTINUE));
        String step = cluster.steps().get(0).id();

        cluster.await(step, StepState.FAILED);

        assertThat(lake.has(cluster.logUri(step, "stderr"))).isTrue();
        assertThat(lake.has(cluster.logUri(step, "controller"))).isTrue();
        cluster.await(ClusterState.WAITING);
        cluster.terminate();
    }

    @Test
    void aStepMayEndItsCluster() {
        for (var action : List.of(TERMINATE_CLUSTER, TERMINATE_JOB_FLOW)) {
            TestCluster cluster = lake.cluster().alive().run(bash("exit 1", action), bash("true", CONTINUE));

            Cluster ended = cluster.await(ClusterState.TERMINATED_WITH_ERRORS);

            assertThat(ended.status().stateChangeReason().code()).isEqualTo(ClusterStateChangeReasonCode.STEP_FAILURE);
            assertThat(ended.status().stateChangeReason().message()).isEqualTo("Shut down as step failed");
            assertThat(cluster.states()).containsExactly(StepState.FAILED, StepState.CANCELLED);
        }
    }

    @Test
    void aStepMayFailWithoutConsequences() {
        TestCluster cluster = lake.cluster().run(bash("exit 1", CONTINUE), bash("true", CONTINUE));

        Cluster ended = cluster.await(ClusterState.TERMINATED);

        assertThat(cluster.states()).containsExactly(StepState.FAILED, StepState.COMPLETED);
        assertThat(ended.status().stateChangeReason().message()).isEqualTo("Steps completed with errors");
    }

    @Test
    void stepsRunAtOnceWhenTheClusterMayRunSeveral() {
        // Each waits for the other: one after the other they would not end.
        TestCluster cluster = lake.cluster()
                .with(request -> request.stepConcurrencyLevel(2))
                .run(bash(meeting("a", "b"), CONTINUE), bash(meeting("b", "a"), CONTINUE));

        cluster.await(ClusterState.TERMINATED);

        assertThat(cluster.states()).containsOnly(StepState.COMPLETED);
    }

    private String meeting(String mine, String other) {
        return "touch " + folder + "/" + mine + "; for i in $(seq 200); do [ -e " + folder + "/" + other
                + " ] && exit 0; sleep 0.1; done; exit 1";
    }

    @Test
    void aRunningAndAPendingStepCanBeCancelled() {
        TestCluster cluster = lake.cluster()
                .alive()
                .run(bash("touch " + folder + "/runs; sleep 300", CONTINUE), bash("true", CONTINUE));
        List<Step> steps = cluster.steps();
        await().atMost(TestCluster.PATIENCE).until(() -> Files.exists(folder.resolve("runs")));

        List<CancelStepsInfo> infos = lake.client()
                .cancelSteps(cancel -> cancel.clusterId(cluster.id())
                        .stepIds(steps.get(0).id(), steps.get(1).id())
                        .stepCancellationOption("SEND_INTERRUPT"))
                .cancelStepsInfoList();

        assertThat(infos).extracting(CancelStepsInfo::status).containsOnly(CancelStepsRequestStatus.SUBMITTED);
        cluster.await(steps.get(0).id(), StepState.CANCELLED);
        assertThat(cluster.states()).containsOnly(StepState.CANCELLED);
        Cluster waiting = cluster.await(ClusterState.WAITING);
        assertThat(waiting.status().stateChangeReason().message())
                .isEqualTo("Cluster ready after last step cancelled.");
        CancelStepsInfo again = lake.client()
                .cancelSteps(cancel ->
                        cancel.clusterId(cluster.id()).stepIds(steps.get(0).id()))
                .cancelStepsInfoList()
                .get(0);
        assertThat(again.status()).isEqualTo(CancelStepsRequestStatus.FAILED);
        assertThat(again.reason()).contains("CANCELLED");
        cluster.terminate();
    }

    @Test
    void scriptsInS3RunWithTheirArguments() {
        String script = lake.put("say.sh", "#!/bin/sh\necho \"$1-$2\"\n");
        TestCluster cluster = lake.cluster()
                .run(
                        step(
                                CONTINUE,
                                "s3://eu-west-1.elasticmapreduce/libs/script-runner/script-runner.jar",
                                script,
                                "a b",
                                "c"),
                        step(CONTINUE, "script-runner.jar", "s3://" + EmrLake.BUCKET + "/missing.sh"));

        cluster.await(ClusterState.TERMINATED);

        List<Step> steps = cluster.steps();
        assertThat(cluster.states()).containsExactly(StepState.COMPLETED, StepState.FAILED);
        assertThat(cluster.log(steps.get(0).id(), "stdout")).isEqualTo("a b-c\n");
        assertThat(steps.get(1).status().failureDetails().reason())
                .contains("Cannot read s3://" + EmrLake.BUCKET + "/missing.sh");
    }

    @Test
    void aFileOfAPublicBucketIsToBePutThere() {
        TestCluster cluster = lake.cluster()
                .run(step(CONTINUE, "s3://us-east-1.elasticmapreduce.samples/cloudfront/code/wordcount.jar"));

        cluster.await(ClusterState.TERMINATED);

        assertThat(cluster.steps().get(0).status().failureDetails().reason())
                .contains("wordcount.jar", "in a public bucket of AWS's");
    }

    @Test
    void whatIsNotOnTheClusterFailsWithThatReason() {
        TestCluster cluster =
                lake.cluster().run(step(CONTINUE, "command-runner.jar", "hive-script", "--run-hive-script"));

        cluster.await(ClusterState.TERMINATED);

        Step failed = cluster.steps().get(0);
        assertThat(failed.status().state()).isEqualTo(StepState.FAILED);
        assertThat(failed.status().failureDetails().reason()).contains("hive-script is not on this cluster");
    }

    @Test
    void stepsAreListedTheNewestFirstInPagesAndByState() {
        StepConfig[] many = Collections.nCopies(60, bash("true", CONTINUE)).toArray(StepConfig[]::new);
        TestCluster cluster = lake.cluster().alive().run(bash("sleep 300", CONTINUE));
        List<String> added = cluster.add(many);
        cluster.await(ClusterState.RUNNING);

        var first = lake.client().listSteps(list -> list.clusterId(cluster.id()));
        assertThat(first.steps()).hasSize(50);
        assertThat(first.steps().get(0).id()).isEqualTo(added.get(59));
        var second =
                lake.client().listSteps(list -> list.clusterId(cluster.id()).marker(first.marker()));
        assertThat(second.steps()).hasSize(11);
        assertThat(second.marker()).isNull();
        assertThat(lake.client()
                        .listSteps(list -> list.clusterId(cluster.id()).stepStates(StepState.RUNNING))
                        .steps())
                .hasSize(1);
        assertThat(lake.client()
                        .listSteps(list -> list.clusterId(cluster.id()).stepIds(added.get(3), added.get(1)))
                        .steps())
                .extracting(StepSummary::id)
                .containsExactly(added.get(3), added.get(1));
        assertThatThrownBy(() -> lake.client()
                        .listSteps(list -> list.clusterId(cluster.id()).stepIds("s-NONE")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Step id 's-NONE' is not valid.");
        assertThatThrownBy(() -> cluster.add(Collections.nCopies(200, many[0]).toArray(StepConfig[]::new)))
                .isInstanceOf(EmrException.class)
                .hasMessageContaining("Maximum number of active steps");
        cluster.terminate();
        assertThat(cluster.states()).startsWith(StepState.INTERRUPTED).endsWith(StepState.CANCELLED);
        assertThatThrownBy(() -> cluster.add(many[0]))
                .isInstanceOf(EmrException.class)
                .hasMessageContaining("may not be modified");
    }
}
