package io.laguna.emulator.emr;

import static io.laguna.emulator.emr.TestCluster.bash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.CANCEL_AND_WAIT;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.CONTINUE;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.TERMINATE_CLUSTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;

/** What becomes of clusters when Laguna ends in the middle, and begins again. */
@ExtendWith(EmrLake.class)
@SuppressWarnings("unchecked") // The SDK's builders take consumers as variable arguments.
class RestartTest {
    private final EmrLake.Running lake;

    @TempDir
    private Path folder;

    RestartTest(EmrLake.Running lake) {
        this.lake = lake;
    }

    @Test
    void whatRanHasFailedAndWhatWaitedHasItsTurn() {
        TestCluster goesOn = lake.cluster().run(bash(endless("a"), CONTINUE), bash("echo later", CONTINUE));
        TestCluster waits = lake.cluster().alive().run(bash(endless("b"), CANCEL_AND_WAIT), bash("true", CONTINUE));
        TestCluster ends = lake.cluster().alive().run(bash(endless("c"), TERMINATE_CLUSTER));
        await().atMost(TestCluster.PATIENCE).until(() -> begun("a") && begun("b") && begun("c"));

        lake.close(() -> {
            for (String name : new String[] {"a", "b", "c"}) {
                assertThat(processes(name)).isFalse();
            }
        });

        Step failed = goesOn.steps().get(0);
        assertThat(failed.status().state()).isEqualTo(StepState.FAILED);
        assertThat(failed.status().failureDetails().reason()).contains("Laguna ended while this step ran");
        assertThat(failed.status().timeline().endDateTime()).isNotNull();
        assertThat(lake.log(failed.status().failureDetails().logFile())).startsWith("working\n");
        assertThat(goesOn.await(ClusterState.TERMINATED)
                        .status()
                        .stateChangeReason()
                        .message())
                .isEqualTo("Steps completed with errors");
        assertThat(goesOn.log(goesOn.steps().get(1).id(), "stdout")).isEqualTo("later\n");
        waits.await(ClusterState.WAITING);
        assertThat(waits.states()).containsExactly(StepState.FAILED, StepState.CANCELLED);
        waits.terminate();
        assertThat(ends.await(ClusterState.TERMINATED_WITH_ERRORS)
                        .status()
                        .stateChangeReason()
                        .code())
                .isEqualTo(ClusterStateChangeReasonCode.STEP_FAILURE);
    }

    @Test
    void aClusterThatWasStartingStartsAgain() {
        String script = lake.put(
                "once.sh",
                "#!/bin/bash\n[ -e " + folder + "/again ] && exit 0\ntouch " + folder + "/again\nexec sleep 300\n");
        TestCluster cluster = lake.cluster()
                .with(request -> request.bootstrapActions(
                        action -> action.name("slow").scriptBootstrapAction(what -> what.path(script))))
                .run(bash("true", CONTINUE));
        await().atMost(TestCluster.PATIENCE).until(() -> Files.exists(folder.resolve("again")));
        assertThat(cluster.describe().status().state()).isEqualTo(ClusterState.BOOTSTRAPPING);

        lake.close(() -> {});

        cluster.await(ClusterState.TERMINATED);
        assertThat(cluster.states()).containsExactly(StepState.COMPLETED);
    }

    @Test
    void aClusterThatWasWaitingTakesSteps() {
        TestCluster cluster = lake.cluster().alive().run();
        cluster.await(ClusterState.WAITING);

        lake.close(() -> {});

        String step = cluster.add(bash("true", CONTINUE)).get(0);
        cluster.await(step, StepState.COMPLETED);
        cluster.terminate();
    }

    private String endless(String name) {
        return "echo working >&2; echo $$ > " + folder + "/" + name + "; exec sleep 300";
    }

    private boolean begun(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) && !Files.readString(file).isBlank();
    }

    private boolean processes(String name) {
        try {
            return ProcessHandle.of(Long.parseLong(
                            Files.readString(folder.resolve(name)).strip()))
                    .isPresent();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
