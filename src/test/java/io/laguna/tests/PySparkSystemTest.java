package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.engines.process.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import software.amazon.awssdk.services.emr.model.StepStatus;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

/** Tests of PySpark programs of many kinds, each as a step of EMR and as a job run of EMR Serverless. */
@Tag("slow")
@NeedsPython
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PySparkSystemTest {
    private static final String BUCKET = "pyspark";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final SystemLake lake;

    PySparkSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        lake.s3().createBucket(request -> request.bucket(BUCKET));
        lake.glue()
                .createDatabase(request ->
                        request.databaseInput(input -> input.name(BUCKET).locationUri("s3://pyspark/warehouse/db")));
        lake.put(BUCKET, "in/words.txt", "a b a a\n");
        lake.put(BUCKET, "in/sales.csv", "day,shop,amount\n2021-01-01,north,10.5\n2021-01-02,south,20\n");
        lake.put(BUCKET, "lib/colours.py", "def colour():\n    return 'red'\n");
        put(
                "lib/shapes.zip",
                zip(
                        folder.resolve("shapes.zip"),
                        Map.of("shapes/__init__.py", "", "shapes/flat.py", "def shape():\n    return 'square'\n")));
        put(
                "lib/metres-1.0-py3-none-any.whl",
                zip(folder.resolve("metres.whl"), Map.of("metres/__init__.py", "NAME = 'metre'\n")));
        put("lib/eggs-1.0-py3.11.egg", zip(folder.resolve("eggs.egg"), Map.of("eggs.py", "NAME = 'egg'\n")));
        put("lib/environment.tar.gz", environment(folder));
        for (PySparkProgram program : PySparkProgram.all()) {
            put("jobs/" + program.name(), program.file());
        }
    }

    private void put(String key, Path file) {
        lake.s3().putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromFile(file));
    }

    private static Path zip(Path file, Map<String, String> modules) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> module : modules.entrySet()) {
                zip.putNextEntry(new ZipEntry(module.getKey()));
                zip.write(module.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** Makes a virtual environment as venv-pack does on a node: its interpreter is a link to the node's. */
    private static Path environment(Path folder) throws IOException {
        Path environment = folder.resolve("environment");
        Path packages = Files.createDirectories(environment.resolve("lib/python3.11/site-packages"));
        Files.writeString(packages.resolve("packed_module.py"), "NAME = 'packed'\n");
        Files.writeString(environment.resolve("pyvenv.cfg"), "home = /usr/bin\ninclude-system-site-packages = false\n");
        Files.createSymbolicLink(
                Files.createDirectories(environment.resolve("bin")).resolve("python"), Path.of("/usr/bin/python3"));
        Path archive = folder.resolve("environment.tar.gz");
        assertThat(Tool.run(List.of("tar", "-czf", archive.toString(), "-C", environment.toString(), "."), Map.of())
                        .succeeded())
                .isTrue();
        return archive;
    }

    @Test
    void everyProgramIsAStep() throws IOException {
        List<PySparkProgram> programs = PySparkProgram.all();
        try (EmrClient emr = lake.client(EmrClient.builder())) {
            String cluster = emr.runJobFlow(run -> run.name("pyspark")
                            .releaseLabel("emr-7.10.0")
                            .serviceRole("EMR_DefaultRole")
                            .jobFlowRole("EMR_EC2_DefaultRole")
                            .logUri("s3://pyspark/logs/")
                            .steps(programs.stream()
                                    .map(PySparkSystemTest::step)
                                    .toList())
                            .instances(instances ->
                                    instances.masterInstanceType("m5.xlarge").instanceCount(1)))
                    .jobFlowId();
            await().atMost(PATIENCE.multipliedBy(2))
                    .until(() -> emr.describeCluster(get -> get.clusterId(cluster))
                                    .cluster()
                                    .status()
                                    .timeline()
                                    .endDateTime()
                            != null);
            emr.listStepsPaginator(list -> list.clusterId(cluster)).steps().forEach(step -> {
                String folder = "logs/" + cluster + "/steps/" + step.id();
                StepStatus status = step.status();
                assertThat(status.state())
                        .as(() -> step.name() + ": " + status.failureDetails() + "\n" + log(folder + "/stdout.gz"))
                        .isEqualTo(StepState.COMPLETED);
                assertThat(log(folder + "/stdout.gz")).as(step.name()).contains(prints(programs, step.name()));
            });
        }
    }

    @Test
    void everyProgramIsAJobRun() throws IOException {
        try (EmrServerlessClient serverless = lake.client(EmrServerlessClient.builder())) {
            String application = serverless
                    .createApplication(create ->
                            create.name("pyspark").releaseLabel("emr-7.10.0").type("SPARK"))
                    .applicationId();
            for (PySparkProgram program : PySparkProgram.all()) {
                String run = serverless
                        .startJobRun(start -> start.applicationId(application)
                                .executionRoleArn("arn:aws:iam::000000000000:role/job")
                                .jobDriver(driver -> driver.sparkSubmit(
                                        submit -> submit.entryPoint("s3://pyspark/jobs/" + program.name())
                                                .sparkSubmitParameters(String.join(" ", parameters(program)))))
                                .configurationOverrides(over -> over.monitoringConfiguration(monitoring ->
                                        monitoring.s3MonitoringConfiguration(s3 -> s3.logUri("s3://pyspark/runs/")))))
                        .jobRunId();
                JobRun ended = JobRunEnd.of(serverless, application, run, program.name());
                assertThat(ended.state())
                        .as(program.name() + ": " + ended.stateDetails())
                        .isEqualTo(JobRunState.SUCCESS);
                assertThat(log("runs/applications/" + application + "/jobs/" + run + "/SPARK_DRIVER/stdout.gz"))
                        .as(program.name())
                        .contains(program.prints());
            }
        }
    }

    /** Returns a program's options; EMR Serverless names the interpreter by variables of the driver's and the executors'. */
    private static List<String> parameters(PySparkProgram program) {
        // The member may not be empty.
        List<String> words = new ArrayList<>(List.of("--conf", "spark.executor.memory=2g"));
        for (String word : program.options()) {
            if (word.startsWith("spark.pyspark.python=")) {
                String python = word.substring(word.indexOf('=') + 1);
                words.add("spark.emr-serverless.driverEnv.PYSPARK_DRIVER_PYTHON=" + python);
                words.addAll(List.of("--conf", "spark.emr-serverless.driverEnv.PYSPARK_PYTHON=" + python));
                words.addAll(List.of("--conf", "spark.executorEnv.PYSPARK_PYTHON=" + python));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static String prints(List<PySparkProgram> programs, String name) {
        return programs.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow()
                .prints();
    }

    private String log(String key) {
        return ZippedLog.read(lake.s3(), BUCKET, key);
    }

    private static StepConfig step(PySparkProgram program) {
        List<String> words = new ArrayList<>(List.of("spark-submit", "--deploy-mode", "cluster"));
        words.addAll(program.options());
        words.add("s3://pyspark/jobs/" + program.name());
        return StepConfig.builder()
                .name(program.name())
                .actionOnFailure(ActionOnFailure.CONTINUE)
                .hadoopJarStep(jar -> jar.jar("command-runner.jar").args(words))
                .build();
    }
}
