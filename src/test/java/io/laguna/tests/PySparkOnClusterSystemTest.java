package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.glue.GlueClient;

/** Tests of the PySpark programs of {@link PySparkProgram} and {@link FailingProgram} on the Docker cluster. */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PySparkOnClusterSystemTest {
    private static final String MYSQL = "jdbc:mysql://mysql:3306";
    private static final Pattern APPLICATION = Pattern.compile("application_\\d+_\\d+");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ComposeCluster docker;
    private final StepsOnCluster steps;

    PySparkOnClusterSystemTest(SharedCluster.Running running) {
        this.docker = running.docker();
        this.steps = running.steps();
    }

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        docker.assumePython();
        try (GlueClient glue = docker.client(GlueClient.builder())) {
            PySparkBucket.fill(steps.s3(), glue, folder);
        }
        steps.s3().createBucket(create -> create.bucket(FailingProgram.BUCKET));
        for (Path script : FailingProgram.scripts()) {
            String key = script.getFileName().toString();
            steps.s3().putObject(put -> put.bucket(FailingProgram.BUCKET).key(key), RequestBody.fromFile(script));
        }
    }

    @Test
    void everyProgramIsAStepWithItsDriverBesideLaguna() throws IOException {
        submit("client").forEach((step, program) -> {
            steps.awaitCompleted(step);
            assertThat(steps.log(step, "stdout")).as(program.name()).contains(program.prints());
        });
    }

    @Test
    void everyProgramIsAStepWithItsDriverInAContainer() throws IOException {
        submit("cluster").forEach((step, program) -> {
            steps.awaitCompleted(step);
            String application = application(step);
            await(program.name()).atMost(PATIENCE).untilAsserted(() -> assertThat(steps.containerLogs(application))
                    .filteredOn(key -> key.endsWith("_000001/stdout.gz"))
                    .singleElement()
                    .satisfies(key -> assertThat(steps.text(key)).contains(program.prints())));
        });
    }

    @Test
    void everyProgramIsAJobRunWithExecutorsOfYarn() throws IOException {
        try (EmrServerlessClient serverless = docker.client(EmrServerlessClient.builder())) {
            String application = serverless
                    .createApplication(create ->
                            create.name("pyspark").releaseLabel("emr-7.10.0").type("SPARK"))
                    .applicationId();
            Map<String, PySparkProgram> runs = new LinkedHashMap<>();
            for (PySparkProgram program : PySparkProgram.all()) {
                runs.put(start(serverless, application, program), program);
            }
            runs.forEach((run, program) -> {
                JobRun ended = JobRunEnd.of(serverless, application, run, program.name());
                assertThat(ended.state())
                        .as(program.name() + ": " + ended.stateDetails())
                        .isEqualTo(JobRunState.SUCCESS);
                assertThat(ZippedLog.read(
                                steps.s3(),
                                PySparkBucket.NAME,
                                "runs/applications/" + application + "/jobs/" + run + "/SPARK_DRIVER/stdout.gz"))
                        .as(program.name())
                        .contains(program.prints());
            });
        }
    }

    @Test
    void everyFailureOfADriverInAContainerSaysWhy() throws IOException {
        Map<String, FailingProgram> all = new LinkedHashMap<>();
        for (FailingProgram program : FailingProgram.all()) {
            FailingProgram cluster = program.inClusterMode();
            all.put(steps.add(cluster.words().toArray(String[]::new)), cluster);
        }
        FailingProgram without = FailingProgram.withoutScript();
        all.put(steps.add(without.words().toArray(String[]::new)), without);
        FailingProgram idle = FailingProgram.withoutSpark();
        all.put(steps.add(idle.words().toArray(String[]::new)), idle);

        all.forEach((step, program) -> assertThat(steps.awaitFailure(step))
                .as(program.name())
                .contains(program.expected())
                .doesNotContain("site-packages", "JVM stacktrace", "NativeCodeLoader", "\tat "));
    }

    private Map<String, PySparkProgram> submit(String deployMode) throws IOException {
        Map<String, PySparkProgram> submitted = new LinkedHashMap<>();
        for (PySparkProgram program : programs(deployMode)) {
            List<String> words = program.step(deployMode, MYSQL);
            submitted.put(steps.add(words.toArray(String[]::new)), program);
        }
        return submitted;
    }

    /** Returns the programs of a step: YARN gives files and archives to executors, and to a driver in a container. */
    private static List<PySparkProgram> programs(String deployMode) throws IOException {
        return PySparkProgram.all().stream()
                .filter(program -> deployMode.equals("cluster")
                        ? program.usesSpark()
                        : Collections.disjoint(program.options(), List.of("--archives", "--files")))
                .toList();
    }

    private static String start(EmrServerlessClient serverless, String application, PySparkProgram program) {
        return serverless
                .startJobRun(start -> start.applicationId(application)
                        .executionRoleArn("arn:aws:iam::000000000000:role/job")
                        .jobDriver(driver -> driver.sparkSubmit(submit -> submit.entryPoint(program.entryPoint())
                                .entryPointArguments(program.arguments(MYSQL))
                                .sparkSubmitParameters(program.parameters())))
                        .configurationOverrides(over -> over.monitoringConfiguration(monitoring ->
                                monitoring.s3MonitoringConfiguration(s3 -> s3.logUri("s3://pyspark/runs/")))))
                .jobRunId();
    }

    private String application(String step) {
        Matcher application = APPLICATION.matcher(steps.log(step, "stderr"));
        assertThat(application.find()).as(step).isTrue();
        return application.group();
    }
}
