package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.tests.NodeFormats.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;

/**
 * Tests of the files that EMR has on every node, each by its own path: programs and jars as steps, and the jars of Spark
 * as job runs of EMR Serverless too. This is the test behind the table of {@code docs/emr.md}.
 */
@Tag("slow")
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeSystemTest {
    private static final String BUCKET = "node";
    private static final String SCRIPT_RUNNER = "s3://us-east-1.elasticmapreduce/libs/script-runner/script-runner.jar";
    private static final String EXAMPLES = "/usr/lib/hadoop-mapreduce/hadoop-mapreduce-examples.jar";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final SystemLake lake;

    NodeSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    /** A step, and what it prints among other things. */
    private record Case(String expected, String jar, List<String> words) {
        Case(String expected, String jar, String... words) {
            this(expected, jar, List.of(words));
        }
    }

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        lake.s3().createBucket(request -> request.bucket(BUCKET));
        lake.glue().createDatabase(request -> request.databaseInput(input -> input.name(BUCKET)));
        lake.put(BUCKET, "in/a.csv", "1\n");
        lake.s3()
                .putObject(
                        request -> request.bucket(BUCKET).key("job.jar"),
                        RequestBody.fromFile(JobJar.of(folder, "Statements", NodeFormats.JOB)));
    }

    @Test
    void everyProgramAndJarOfANodeIsAStepByItsPath() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put(
                "copies",
                new Case("copied", SCRIPT_RUNNER, "/usr/bin/s3-dist-cp", "--src=s3://node/in", "--dest=s3://node/o1"));
        cases.put(
                "copy jar",
                new Case(
                        "copied",
                        "/usr/share/aws/emr/s3-dist-cp/lib/s3-dist-cp.jar",
                        "--src=s3://node/in",
                        "--dest=s3://node/o2"));
        cases.put("hadoop", new Case("1\n", SCRIPT_RUNNER, "/usr/bin/hadoop", "fs", "-cat", "s3://node/in/a.csv"));
        cases.put("hdfs", command("user", "/usr/bin/hdfs", "dfs", "-ls", "/"));
        cases.put("aws", command("a.csv", "/usr/bin/aws", "s3", "ls", "s3://node/in/"));
        cases.put("sudo", command("b", "/usr/bin/sudo", "-E", "-u", "hadoop", "sh", "-c", "echo b"));
        cases.put("pusher", command("nothing to push", "/usr/bin/state-pusher-script"));
        cases.put("mapreduce", new Case("Estimated value of Pi is", EXAMPLES, "pi", "2", "10"));
        cases.put(
                "spark",
                command(
                        "Pi is roughly 3",
                        "/usr/lib/spark/bin/spark-submit",
                        "--class",
                        "org.apache.spark.examples.SparkPi",
                        "/usr/lib/spark/examples/jars/spark-examples.jar",
                        "2"));
        cases.put("example", command("Pi is roughly 3", "/usr/lib/spark/bin/run-example", "SparkPi", "2"));
        cases.put(
                "shell",
                command("Estimated value of Pi is", "bash", "-c", "cd && hadoop jar " + EXAMPLES + " pi 2 10"));
        NodeFormats.JARS.forEach(
                jar -> cases.put("file " + jar, command(jar, "bash", "-c", "test -f " + jar + " && echo " + jar)));
        NodeFormats.ALL.forEach((name, format) -> cases.put(name, command(format.expected(), submit(format))));

        Map<String, String> printed = run(cases);

        cases.forEach((name, each) -> assertThat(printed.get(name)).as(name).contains(each.expected()));
        assertThat(lake.keys(BUCKET, "o1/")).containsExactly("o1/a.csv");
        assertThat(lake.keys(BUCKET, "o2/")).containsExactly("o2/a.csv");
    }

    @Test
    void theJarsOfSparkAreThereForJobRuns() {
        try (EmrServerlessClient serverless = lake.client(EmrServerlessClient.builder())) {
            String application = serverless
                    .createApplication(create ->
                            create.name("node").releaseLabel("emr-7.10.0").type("SPARK"))
                    .applicationId();
            NodeFormats.ALL.forEach((name, format) -> {
                String run = serverless
                        .startJobRun(start -> start.applicationId(application)
                                .executionRoleArn("arn:aws:iam::000000000000:role/job")
                                .jobDriver(driver -> driver.sparkSubmit(submit -> submit.entryPoint("s3://node/job.jar")
                                        .entryPointArguments(format.statements("runs"))
                                        .sparkSubmitParameters(format.parameters())))
                                .configurationOverrides(over -> over.monitoringConfiguration(monitoring ->
                                        monitoring.s3MonitoringConfiguration(s3 -> s3.logUri("s3://node/runs/")))))
                        .jobRunId();
                JobRunEnd.of(serverless, application, run, name);
                assertThat(log("runs/applications/" + application + "/jobs/" + run + "/SPARK_DRIVER/stdout.gz"))
                        .as(name)
                        .contains(format.expected());
            });
        }
    }

    private static Case command(String expected, String... words) {
        return new Case(expected, "command-runner.jar", words);
    }

    private static String[] submit(Format format) {
        List<String> words = new ArrayList<>(List.of("/usr/bin/spark-submit"));
        words.addAll(format.words());
        words.add("s3://node/job.jar");
        words.addAll(format.statements("steps"));
        return words.toArray(String[]::new);
    }

    /** Runs all cases on one cluster, and returns what they have printed. */
    private Map<String, String> run(Map<String, Case> cases) {
        try (EmrClient emr = lake.client(EmrClient.builder())) {
            String cluster = emr.runJobFlow(run -> run.name("node")
                            .releaseLabel("emr-7.10.0")
                            .serviceRole("EMR_DefaultRole")
                            .jobFlowRole("EMR_EC2_DefaultRole")
                            .logUri("s3://node/logs/")
                            .instances(instances -> instances
                                    .masterInstanceType("m5.xlarge")
                                    .instanceCount(1)
                                    .keepJobFlowAliveWhenNoSteps(false)))
                    .jobFlowId();
            List<String> ids = emr.addJobFlowSteps(add -> add.jobFlowId(cluster)
                            .steps(cases.entrySet().stream()
                                    .map(each -> step(each.getKey(), each.getValue()))
                                    .toList()))
                    .stepIds();
            Map<String, String> printed = new LinkedHashMap<>();
            List<String> names = List.copyOf(cases.keySet());
            for (int at = 0; at < ids.size(); at++) {
                String id = ids.get(at);
                await(names.get(at))
                        .atMost(PATIENCE)
                        .until(() ->
                                emr.describeStep(get -> get.clusterId(cluster).stepId(id))
                                                .step()
                                                .status()
                                                .timeline()
                                                .endDateTime()
                                        != null);
                String folder = "logs/" + cluster + "/steps/" + id;
                assertThat(emr.describeStep(get -> get.clusterId(cluster).stepId(id))
                                .step()
                                .status()
                                .state())
                        .as(() -> names.get(ids.indexOf(id)) + ": " + log(folder + "/stderr.gz"))
                        .isEqualTo(StepState.COMPLETED);
                printed.put(names.get(at), log(folder + "/stdout.gz") + log(folder + "/stderr.gz"));
            }
            return printed;
        }
    }

    private String log(String key) {
        return ZippedLog.read(lake.s3(), BUCKET, key);
    }

    private static StepConfig step(String name, Case each) {
        return StepConfig.builder()
                .name(name)
                .actionOnFailure(ActionOnFailure.CONTINUE)
                .hadoopJarStep(jar -> jar.jar(each.jar()).args(each.words()))
                .build();
    }
}
