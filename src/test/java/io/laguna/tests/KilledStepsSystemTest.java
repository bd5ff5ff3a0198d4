package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of Laguna's end by a kill while steps of EMR run. */
@Tag("slow")
class KilledStepsSystemTest {
    private static final StepConfig SPARK = step("spark", "spark-example", "SparkPi", "100000");
    private static final StepConfig SHELL = step("shell", "bash", "-c", "sleep 600 & sleep 600");
    private static final StepConfig QUEUED = step("queued", "bash", "-c", "echo it went on");

    @TempDir
    private Path folder;

    @Test
    void runningStepsAreFailedWithThatReasonNoProcessIsLeftAndTheQueueGoesOn() throws InterruptedException {
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            String cluster;
            List<String> steps;
            try (EmrClient emr = lake.clients().client(EmrClient.builder());
                    S3Client s3 = lake.clients().s3()) {
                s3.createBucket(create -> create.bucket("logs"));
                cluster = emr.runJobFlow(run -> run.name("to be killed")
                                .releaseLabel("emr-7.10.0")
                                .serviceRole("EMR_DefaultRole")
                                .jobFlowRole("EMR_EC2_DefaultRole")
                                .logUri("s3://logs/emr")
                                .stepConcurrencyLevel(2)
                                .instances(instances -> instances
                                        .masterInstanceType("m5.xlarge")
                                        .instanceCount(1)
                                        .keepJobFlowAliveWhenNoSteps(true)))
                        .jobFlowId();
                steps = emr.addJobFlowSteps(add -> add.jobFlowId(cluster).steps(SPARK, SHELL, QUEUED))
                        .stepIds();
                await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(steps.subList(0, 2))
                        .allMatch(step -> describe(emr, cluster, step).status().state() == StepState.RUNNING));
            }
            await().atMost(1, TimeUnit.MINUTES).until(() -> hasDriver(lake, cluster, steps.get(0)));
            List<ProcessHandle> children = lake.process().descendants().toList();

            lake.kill();

            await().atMost(1, TimeUnit.MINUTES)
                    .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
            lake.start();
            try (EmrClient emr = lake.clients().client(EmrClient.builder());
                    S3Client s3 = lake.clients().s3()) {
                await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(
                                describe(emr, cluster, steps.get(2)).status().state())
                        .isEqualTo(StepState.COMPLETED));
                assertThat(steps.subList(0, 2)).allSatisfy(step -> {
                    assertThat(describe(emr, cluster, step).status().state()).isEqualTo(StepState.FAILED);
                    assertThat(describe(emr, cluster, step)
                                    .status()
                                    .failureDetails()
                                    .message())
                            .contains("Laguna ended");
                });
                assertThat(s3.getObjectAsBytes(get -> get.bucket("logs")
                                        .key("emr/" + cluster + "/steps/" + steps.get(2) + "/stdout.gz"))
                                .asByteArray())
                        .isNotEmpty();
                // A cluster is told to wait once its last step has been told to be over.
                await().atMost(1, TimeUnit.MINUTES)
                        .untilAsserted(() -> assertThat(emr.describeCluster(get -> get.clusterId(cluster))
                                        .cluster()
                                        .status()
                                        .state())
                                .isEqualTo(ClusterState.WAITING));
            }
        }
    }

    /** Tells whether a step has a driver, which opens its log when it starts. */
    private static boolean hasDriver(KilledLake lake, String cluster, String step) {
        return Files.exists(lake.state()
                .resolve("emr/000000000000")
                .resolve(cluster)
                .resolve("steps")
                .resolve(step)
                .resolve("stderr"));
    }

    private static Step describe(EmrClient emr, String cluster, String step) {
        return emr.describeStep(get -> get.clusterId(cluster).stepId(step)).step();
    }

    private static StepConfig step(String name, String... words) {
        return StepConfig.builder()
                .name(name)
                .actionOnFailure(ActionOnFailure.CONTINUE)
                .hadoopJarStep(command -> command.jar("command-runner.jar").args(words))
                .build();
    }
}
