package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverPlanTest {
    private static final DriverSettings SETTINGS = new DriverSettings("2g", 1, 2);

    @TempDir
    private Path scratch;

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

        assertThat(DriverPlan.of(submission, SETTINGS, Optional.empty(), Map.of(), scratch)
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
    void aPythonJobNeedsAPySparkOfTheRightVersion() throws IOException {
        Path python = Files.createDirectories(scratch.resolve("spark/python/pyspark"));
        JobEnvironment environment = JobEnvironment.LAKE.withVariables(
                Map.of("SPARK_HOME", scratch.resolve("spark").toString(), "PYSPARK_PYTHON", "no-such-python"));

        Files.writeString(python.resolve("version.py"), "__version__: str = \"3.4.1\"\n");
        assertThatThrownBy(() -> plan(environment, "job.py")).hasMessageContaining("3.4.1");

        Files.writeString(python.resolve("version.py"), "__version__: str = \"3.5.5\"\n");
        Path zip = Files.createDirectories(python.resolveSibling("lib")).resolve("py4j-0.10.9.7-src.zip");
        Files.createFile(zip);
        DriverPlan plan = plan(environment, "job.py");
        assertThat(plan.variables())
                .containsEntry("PYSPARK_PYTHON", "no-such-python")
                .containsEntry("PYTHONPATH", python.getParent() + ":" + zip);
        assertThat(plan.isPlain()).isFalse();

        Files.delete(python.resolve("version.py"));
        Files.delete(python);
        assertThatThrownBy(() -> plan(environment, "job.py"))
                .hasMessageContaining("no-such-python -m pip install 'pyspark==3.5.*'");
    }

    private DriverPlan plan(JobEnvironment environment, String... words) {
        return plan(environment, Optional.empty(), words);
    }

    private DriverPlan onYarn(String... words) {
        ResourceManager nobody = new ResourceManager(URI.create("http://127.0.0.1:1"));
        Workspace lake = Workspace.of(scratch, scratch).onCluster();
        YarnJob job = YarnJob.of(
                new YarnCluster(nobody, URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:1")),
                lake,
                lake.state().resolve("emr/1/J-1/steps/S-1"));
        return plan(JobEnvironment.LAKE, Optional.of(job), words);
    }

    private DriverPlan plan(JobEnvironment environment, Optional<YarnJob> yarn, String... words) {
        return DriverPlan.of(
                new SparkSubmission("job", List.of(words), environment), SETTINGS, yarn, Map.of(), scratch);
    }
}
