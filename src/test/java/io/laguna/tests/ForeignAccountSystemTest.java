package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;

/** Tests that no step sees the AWS account of the person who started the lake. */
@Tag("slow")
class ForeignAccountSystemTest {
    private static final String SURROUNDINGS =
            """
            package probe;

            import java.nio.file.Files;
            import java.nio.file.Path;
            import org.apache.hadoop.conf.Configuration;
            import org.apache.hadoop.fs.FileSystem;

            public final class Surroundings {
                public static void main(String[] words) throws Exception {
                    System.err.println("JVM of " + System.getProperty("sun.java.command").split(" ")[0]);
                    System.getenv().forEach((name, value) -> System.out.println(name + "=" + value));
                    System.getProperties().forEach((name, value) -> System.out.println(name + ": " + value));
                    Files.writeString(Path.of("relative"), "left");
                    FileSystem local = FileSystem.getLocal(new Configuration());
                    local.create(new org.apache.hadoop.fs.Path("by-hadoop")).close();
                    // A driver that ends at once would be over before the other step has begun.
                    Thread.sleep(Long.parseLong(words[0]));
                }
            }
            """;
    private static final Map<String, String> SIGNED_IN = Map.of(
            "AWS_PROFILE", "somebody",
            "AWS_ACCESS_KEY_ID", "AKIASOMEBODY",
            "AWS_SECRET_ACCESS_KEY", "somebodys-secret",
            "AWS_SESSION_TOKEN", "somebodys-token",
            "AWS_ENDPOINT_URL", "http://somebody.example",
            "AWS_ENDPOINT_URL_S3", "http://somebody.example",
            "AWS_WEB_IDENTITY_TOKEN_FILE", "/somebody/token",
            "SOME_TOKEN", "somebodys-other-token");

    @TempDir
    private Path folder;

    @Test
    void aStepSeesTheLakesAccountAndWorksInItsOwnFolder() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                Files.createDirectories(home.resolve(".aws")).resolve("config"),
                "[profile somebody]\nregion = mars-1\nendpoint_url = http://somebody.example\n");
        Path jar = JobJar.of(folder, "Surroundings", SURROUNDINGS);
        Path lake = folder.resolve("lake");
        Map<String, String> variables = Stream.of(SIGNED_IN, Map.of("HOME", home.toString()))
                .flatMap(all -> all.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        LagunaCommand.Running laguna = new LagunaCommand(lake, variables).up();
        Path state = lake.resolve(".laguna");
        String endpoint = LakeAddresses.of(state).orElseThrow().endpoint();
        try (EmrClient emr = LakeClients.of(endpoint, state).client(EmrClient.builder())) {
            awaitReserve(state);
            StepConfig job = step("spark-submit", "--class", "probe.Surroundings", jar.toString(), "5000");
            String cluster = cluster(emr);
            List<String> steps = emr.addJobFlowSteps(add -> add.jobFlowId(cluster)
                            .steps(job, job, step("bash", "-c", "env; pwd; echo left >relative; touch by-hadoop")))
                    .stepIds();
            for (String id : steps) {
                await().atMost(2, TimeUnit.MINUTES)
                        .until(() ->
                                emr.describeStep(get -> get.clusterId(cluster).stepId(id))
                                                .step()
                                                .status()
                                                .state()
                                        == StepState.COMPLETED);
                Path files = state.resolve("emr/000000000000").resolve(cluster);
                Path work = files.resolve("work").resolve(id);
                assertThat(files.resolve("steps").resolve(id).resolve("stdout"))
                        .content()
                        .contains(
                                "AWS_ENDPOINT_URL=" + endpoint,
                                "AWS_ACCESS_KEY_ID=" + LakeKeys.of(state).own().accessKeyId(),
                                "AWS_REGION=us-east-1",
                                "AWS_EC2_METADATA_DISABLED=true",
                                work.toRealPath().toString())
                        .doesNotContainIgnoringCase("somebody");
                assertThat(work.resolve("relative")).content().startsWith("left");
                assertThat(work.resolve("by-hadoop")).exists();
            }
            assertThat(Stream.of(steps.get(0), steps.get(1))
                            .map(id -> main(state.resolve("emr/000000000000").resolve(cluster), id)))
                    .containsExactlyInAnyOrder(
                            "JVM of io.laguna.engines.spark.WarmDriver", "JVM of io.laguna.engines.spark.Driver");
        } finally {
            laguna.process().destroy();
            laguna.await();
        }
    }

    private static String main(Path cluster, String step) {
        try {
            return Files.readAllLines(cluster.resolve("steps").resolve(step).resolve("stderr")).stream()
                    .filter(line -> line.startsWith("JVM of"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitReserve(Path state) {
        await().atMost(3, TimeUnit.MINUTES).until(() -> {
            try (Stream<Path> runs = Files.list(state.resolve("spark"))) {
                return runs.anyMatch(run -> Files.exists(run.resolve("handover/ready")));
            }
        });
    }

    private static String cluster(EmrClient emr) {
        return emr.runJobFlow(run -> run.name("steps")
                        .releaseLabel("emr-7.10.0")
                        .serviceRole("EMR_DefaultRole")
                        .jobFlowRole("EMR_EC2_DefaultRole")
                        .stepConcurrencyLevel(3)
                        .instances(instances -> instances
                                .masterInstanceType("m5.xlarge")
                                .instanceCount(1)
                                .keepJobFlowAliveWhenNoSteps(true)))
                .jobFlowId();
    }

    private static StepConfig step(String... words) {
        return StepConfig.builder()
                .name("surroundings")
                .actionOnFailure(ActionOnFailure.CONTINUE)
                .hadoopJarStep(command -> command.jar("command-runner.jar").args(words))
                .build();
    }
}
