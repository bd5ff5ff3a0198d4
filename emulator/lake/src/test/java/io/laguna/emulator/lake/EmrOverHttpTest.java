package io.laguna.emulator.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.EmrException;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of a cluster of a whole lake, by the SDK's client over HTTP, with a real Spark job from S3. */
class EmrOverHttpTest {
    private static final String BUCKET = "emr-tests";

    @TempDir
    private Path folder;

    @Test
    void sparkStepsReallyRunAndFail() {
        Workspace workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), folder);
        try (Lake lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (engine, elapsed) -> {})) {
            LakeClients clients = LakeClients.of(lake.addresses().endpoint(), workspace.state());
            try (S3Client s3 = clients.s3();
                    EmrClient emr = clients.client(EmrClient.builder())) {
                s3.createBucket(request -> request.bucket(BUCKET));
                s3.putObject(
                        request -> request.bucket(BUCKET).key("apps.jar"),
                        RequestBody.fromFile(workspace.home().resolve("spark-apps/target/laguna-spark-apps.jar")));

                String cluster = emr.runJobFlow(RunJobFlowRequest.builder()
                                .name("test")
                                .releaseLabel("emr-7.10.0")
                                .serviceRole("EMR_DefaultRole")
                                .jobFlowRole("EMR_EC2_DefaultRole")
                                .logUri("s3://" + BUCKET + "/logs/")
                                .instances(
                                        instances -> instances.instanceCount(1).masterInstanceType("m5.xlarge"))
                                .stepConcurrencyLevel(2)
                                .steps(
                                        sql(
                                                "--statement",
                                                "select 40 + 2 as answer",
                                                "--output",
                                                "s3://" + BUCKET + "/out"),
                                        sql("--statement", "select * from nowhere"))
                                .build())
                        .jobFlowId();
                emr.waiter()
                        .waitUntilClusterTerminated(
                                describe -> describe.clusterId(cluster),
                                override -> override.waitTimeout(Duration.ofMinutes(5))
                                        .backoffStrategyV2(attempt -> Duration.ofSeconds(1)));

                Step failed = step(emr, cluster, 0);
                assertThat(step(emr, cluster, 1).status().state()).isEqualTo(StepState.COMPLETED);
                assertThat(output(s3)).contains("{\"answer\":42}");
                assertThat(failed.status().state()).isEqualTo(StepState.FAILED);
                assertThat(failed.status().failureDetails().message()).contains("TABLE_OR_VIEW_NOT_FOUND", "nowhere");
                assertThat(failed.status().failureDetails().logFile()).endsWith(failed.id() + "/stderr.gz");
                assertThatThrownBy(() -> emr.addJobFlowSteps(add -> add.jobFlowId(cluster)))
                        .isInstanceOfSatisfying(EmrException.class, refusal -> {
                            assertThat(refusal.statusCode()).isEqualTo(400);
                            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                        });
            }
        }
    }

    private static StepConfig sql(String... arguments) {
        String[] submit = {"spark-submit", "--class", "io.laguna.apps.sql.RunSql", "s3://" + BUCKET + "/apps.jar"};
        String[] words = Stream.of(submit, arguments).flatMap(Stream::of).toArray(String[]::new);
        return StepConfig.builder()
                .name("step")
                .actionOnFailure(ActionOnFailure.CONTINUE)
                .hadoopJarStep(jarStep -> jarStep.jar("command-runner.jar").args(words))
                .build();
    }

    private static Step step(EmrClient emr, String cluster, int newest) {
        String id = emr.listSteps(list -> list.clusterId(cluster))
                .steps()
                .get(newest)
                .id();
        return emr.describeStep(describe -> describe.clusterId(cluster).stepId(id))
                .step();
    }

    private static String output(S3Client s3) {
        return s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("out/")).contents().stream()
                .filter(file -> file.key().contains("part-"))
                .map(file -> s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(file.key()))
                        .asUtf8String())
                .reduce("", String::concat);
    }
}
