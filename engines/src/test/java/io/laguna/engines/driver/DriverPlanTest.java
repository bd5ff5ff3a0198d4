package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.yarn.ContainerLogs;
import io.laguna.engines.yarn.ResourceManager;
import io.laguna.engines.yarn.YarnCluster;
import io.laguna.engines.yarn.YarnJob;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverPlanTest {
    private static final DriverSettings SETTINGS = new DriverSettings("2g", 1, 2);

    @TempDir
    private Path scratch;

    private Python python;

    @BeforeEach
    void anInstallation() {
        python = Python.of(Workspace.of(scratch, scratch));
    }

    @Test
    void aClusterIsThisJvm() {
        DriverPlan plan = plan(
                JobEnvironment.LAKE, "--master", "yarn", "--deploy-mode", "cluster", "--class", "a.B", "a.jar", "x");

        assertThat(plan.words())
                .containsExactly("--master", "local[*]", "--deploy-mode", "client", "--class", "a.B", "a.jar", "x");
        assertThat(plan.isPlain()).isTrue();
    }

    @Test
    void onAClusterAJobIsAnApplicationWithItsTag() {
        DriverPlan client = onYarn("--conf", "spark.yarn.tags=mine", "--class", "a.B", "a.jar");
        DriverPlan local = onYarn("--master", "local[2]", "a.jar");

        assertThat(client.words())
                .containsExactly(
                        "--master",
                        "yarn",
                        "--deploy-mode",
                        "client",
                        "--conf",
                        "spark.executorEnv.AWS_DEFAULT_REGION=us-east-1",
                        "--conf",
                        "spark.executorEnv.AWS_REGION=us-east-1",
                        "--conf",
                        "spark.yarn.appMasterEnv.AWS_DEFAULT_REGION=us-east-1",
                        "--conf",
                        "spark.yarn.appMasterEnv.AWS_REGION=us-east-1",
                        "--conf",
                        "spark.yarn.tags=mine,laguna:emr/1/j-1/steps/s-1",
                        "--class",
                        "a.B",
                        "a.jar");
        assertThat(client.isPlain()).isTrue();
        assertThat(local.words()).containsExactly("--master", "local[2]", "--deploy-mode", "client", "a.jar");
    }

    @Test
    void aDriverBesideLagunaWritesDownWhereItsExecutorsAre() {
        String ours = "spark.extraListeners=io.laguna.engines.spark.ExecutorPlaces";
        String theirs = "spark.extraListeners=a.B,io.laguna.engines.spark.ExecutorPlaces";
        String place = "spark.laguna.executors=" + scratch.resolve("executors.list");

        assertThat(withExecutors("a.jar").words()).contains(ours, place);
        assertThat(withExecutors("--conf", "spark.extraListeners=a.B", "a.jar").words())
                .contains(theirs, place)
                .doesNotContain(ours);
        assertThat(withExecutors("--deploy-mode", "cluster", "a.jar").words())
                .noneMatch(word -> word.startsWith("spark.extraListeners") || word.startsWith("spark.laguna"));
    }

    private DriverPlan withExecutors(String... words) {
        return DriverPlan.of(
                new SparkSubmission("job", List.of(words), JobEnvironment.LAKE),
                SETTINGS,
                python,
                Optional.of(job()),
                ExecutorLogs.properties(scratch),
                scratch);
    }

    @Test
    void aDriverOnTheClusterHasItsMemoryThereAndATagThatIsFollowed() {
        DriverPlan plan = onYarn("--deploy-mode", "cluster", "--driver-memory", "3g", "a.jar");

        assertThat(plan.words())
                .startsWith("--master", "yarn", "--deploy-mode", "cluster")
                .contains(
                        "--driver-memory",
                        "spark.yarn.tags=laguna:emr/1/j-1/steps/s-1,laguna:emr/1/j-1/steps/s-1:cluster");
        assertThat(plan.memory()).isEqualTo(MemorySize.of("512m"));
        assertThat(plan.isPlain()).isFalse();
    }

    @Test
    void aLocalMasterStays() {
        assertThat(plan(JobEnvironment.LAKE, "--conf", "spark.master=local[2]", "a.jar")
                        .words())
                .startsWith("--master", "local[2]")
                .doesNotContain("spark.master=local[2]");
    }

    @Test
    void theJobsOwnPropertiesAreOverItsEnvironments() throws IOException {
        Path file = Files.writeString(scratch.resolve("my.conf"), "spark.c=file\nspark.d file\n");
        JobEnvironment environment = new JobEnvironment(
                Optional.empty(),
                Map.of("fs.x", "environment"),
                Map.of("spark.a", "environment", "spark.b", "environment", "spark.c", "environment"),
                Map.of());

        assertThat(plan(environment, "--conf", "spark.b=job", "--properties-file", file.toString(), "a.jar")
                        .words())
                .contains("spark.a=environment", "spark.b=job", "spark.hadoop.fs.x=environment")
                .doesNotContain("spark.b=environment", "spark.c=environment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--driver-memory 3g a.jar",
                "--conf spark.driver.memory=1g a.jar",
                "--driver-java-options -Dx=1 a.jar",
                "--conf spark.driver.extraClassPath=x.jar a.jar",
                "--driver-library-path /x a.jar",
                "--conf spark.laguna.effort=long a.jar"
            })
    void whatAReadyJvmCannotHonourWantsOneOfItsOwn(String words) {
        assertThat(plan(JobEnvironment.LAKE, words.split(" ", -1)).isPlain()).isFalse();
    }

    @Test
    void theSameMemoryInOtherWordsIsTheSame() {
        assertThat(plan(JobEnvironment.LAKE, "--driver-memory", "2048", "a.jar").isPlain())
                .isTrue();
        assertThat(MemorySize.of("512 MB").asJvmOption()).isEqualTo("-Xmx512m");
        assertThatThrownBy(() -> MemorySize.of("much")).hasMessageContaining("much");
    }

    @Test
    void aRelativeFileOfPropertiesIsInTheJobsFolder() throws IOException {
        Files.writeString(
                Files.createDirectories(scratch.resolve("work")).resolve("my.conf"), "spark.driver.memory 3g");
        SparkSubmission submission = new SparkSubmission(
                        "job", List.of("--properties-file", "my.conf", "a.jar"), JobEnvironment.LAKE)
                .in(scratch.resolve("work"));

        assertThat(DriverPlan.of(submission, SETTINGS, python, Optional.empty(), Map.of(), scratch)
                        .memory())
                .isEqualTo(MemorySize.of("3g"));
    }

    @Test
    void javaOptionsAreSplitAsByAShell() {
        assertThat(plan(JobEnvironment.LAKE, "--driver-java-options", "-Da='b c' -Dd=\"e\\\" f\" -Dg", "a.jar")
                        .javaOptions())
                .containsExactly("-Da=b c", "-Dd=e\" f", "-Dg");
    }

    @Test
    void packagesComeFromThisMachineOnly() {
        assertThatThrownBy(() -> plan(JobEnvironment.LAKE, "--packages", "com.example:missing_2.12:1.0", "a.jar"))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("com.example:missing_2.12:1.0")
                .hasMessageContaining("mvn dependency:get");
        assertThatThrownBy(() -> plan(JobEnvironment.LAKE, "--repositories", "https://there", "a.jar"))
                .hasMessageContaining("--repositories");
    }

    @Test
    void aPythonJobNeedsLagunasPythonAndSaysWhyThereIsNone() throws IOException {
        assertThatThrownBy(() -> plan(JobEnvironment.LAKE, "job.py")).hasMessageContaining("engines/python/install");

        Files.writeString(
                Files.createDirectories(scratch.resolve("engines/python/target"))
                        .resolve("refusal"),
                "No index.\n");
        assertThatThrownBy(() -> plan(JobEnvironment.LAKE, "job.py")).hasMessageContaining("No index.");
        assertThat(plan(JobEnvironment.LAKE, "job.jar").isPlain()).isTrue();

        build();
        assertThat(plan(JobEnvironment.LAKE, "job.py").isPlain()).isTrue();
        assertThat(plan(JobEnvironment.LAKE, "--py-files", "a.zip", "s3://b/job.py")
                        .isPlain())
                .isTrue();
    }

    @Test
    void aScriptCanImportWhatItInstalls() throws IOException {
        Path home = scratch.resolve("home");
        python.makeUserSite(home);
        assertThat(home).doesNotExist();

        build();
        python.makeUserSite(home);
        assertThat(home.resolve(".local/lib/python3.11/site-packages")).isDirectory();
    }

    @Test
    void theInterpretersOfANodeAreLagunas() throws IOException {
        build();
        for (String node : List.of("python3", "python", "/usr/bin/python3", "/usr/bin/python3.7", "python3.11")) {
            DriverPlan plan = plan(
                    JobEnvironment.LAKE.withVariables(Map.of("PYSPARK_PYTHON", node)),
                    "--conf",
                    "spark.pyspark.driver.python=" + node,
                    "job.py");
            assertThat(plan.isPlain()).as(node).isTrue();
            assertThat(plan.words())
                    .contains("spark.pyspark.driver.python="
                            + scratch.resolve("engines/python/target/python/bin/python3"));
        }
        DriverPlan own =
                plan(JobEnvironment.LAKE.withVariables(Map.of("PYSPARK_PYTHON", "./environment/bin/python")), "job.py");
        assertThat(own.isPlain()).isFalse();
        assertThat(own.variables()).containsEntry("PYSPARK_PYTHON", "./environment/bin/python");
    }

    @Test
    void aDriverInClusterModeHasTheVariablesOfItsContainer() throws IOException {
        build();
        String[] words = {"--conf", "spark.yarn.appMasterEnv.STAGE=test", "--deploy-mode", "cluster", "job.py"};
        assertThat(plan(JobEnvironment.LAKE, words).variables()).containsExactly(Map.entry("STAGE", "test"));
        words[3] = "client";
        assertThat(plan(JobEnvironment.LAKE, words).variables()).isEmpty();
        words[3] = "cluster";
        assertThat(onYarn(words).variables()).isEmpty();
    }

    private void build() throws IOException {
        Files.createFile(Files.createDirectories(python.folder()).resolve("made-of"));
    }

    private DriverPlan plan(JobEnvironment environment, String... words) {
        return plan(environment, Optional.empty(), words);
    }

    private DriverPlan onYarn(String... words) {
        return plan(JobEnvironment.LAKE, Optional.of(job()), words);
    }

    private YarnJob job() {
        URI nobody = URI.create("http://127.0.0.1:1");
        Workspace lake = Workspace.of(scratch, scratch).onCluster();
        return YarnJob.of(
                new YarnCluster(new ResourceManager(nobody), new ContainerLogs(nobody), nobody, nobody),
                lake,
                lake.state().resolve("emr/1/J-1/steps/S-1"));
    }

    private DriverPlan plan(JobEnvironment environment, Optional<YarnJob> yarn, String... words) {
        return DriverPlan.of(
                new SparkSubmission("job", List.of(words), environment), SETTINGS, python, yarn, Map.of(), scratch);
    }
}
