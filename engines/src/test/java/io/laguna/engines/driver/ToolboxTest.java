package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolboxTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path run;

    @BeforeEach
    void anInstallation() throws IOException {
        workspace = Workspace.of(folder.resolve("a home"), folder.resolve("lake"));
        run = folder.resolve("run");
        Files.createDirectories(workspace.hiveConf());
        Files.writeString(workspace.hiveConf().resolve("spark-defaults.conf"), "spark.a 1\nspark.b 2\n");
        Files.writeString(workspace.hiveConf().resolve("log4j2.properties"), "rootLogger.level=warn\n");
        Files.createDirectories(workspace.engineBuild("spark"));
        Files.writeString(workspace.engineBuild("spark").resolve("classpath"), "/jars/a.jar:/jars/b.jar");
    }

    @Test
    void theEnvironmentsPropertiesAreOverTheLakes() throws IOException {
        environment(new JobEnvironment(
                Optional.of(folder.resolve("hdfs")), Map.of("a.b", "<&>"), Map.of("spark.b", "3"), Map.of()));

        assertThat(run.resolve("tools/core-site.xml"))
                .content()
                .contains("a%20home/hive-conf/local/core-site.xml")
                .contains("<name>a.b</name><value>&lt;&amp;&gt;</value>")
                .contains("<name>fs.defaultFS</name><value>hdfs://");
        assertThat(Files.readAllLines(run.resolve("tools/spark-defaults.conf"))).contains("spark.a=1", "spark.b=3");
        assertThat(folder.resolve("hdfs/user/hadoop")).isDirectory();
    }

    @Test
    void variablesOfTheEnvironmentComeLastButTheToolsFirst() throws IOException {
        Map<String, String> variables = environment(new JobEnvironment(
                Optional.empty(), Map.of(), Map.of(), Map.of("AWS_REGION", "sa-east-1", "PATH", "/opt/own")));

        assertThat(variables)
                .containsEntry("AWS_REGION", "sa-east-1")
                .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
                .containsEntry("PATH", workspace.home().resolve("engines/spark/bin") + ":/opt/own")
                .doesNotContainKey("HADOOP_USER_NAME");
    }

    @Test
    void pythonIsLagunasAndWhatAJobInstallsIsItsClusters() throws IOException {
        Path python = workspace.home().resolve("engines/python/target/python");
        Files.createFile(Files.createDirectories(python).resolve("made-of"));

        Map<String, String> variables =
                environment(JobEnvironment.LAKE.withVariables(Map.of("PYSPARK_PYTHON", "/usr/bin/python3")));

        assertThat(variables)
                .containsEntry("SPARK_HOME", python.resolve("spark").toString())
                .doesNotContainKey("PYSPARK_PYTHON");
        assertThat(variables.get("PATH"))
                .startsWith(workspace.home().resolve("engines/spark/bin") + ":"
                        + Path.of(variables.get("PYTHONUSERBASE")).resolve("bin") + ":" + python.resolve("bin"));
    }

    @Test
    void theConfigurationIsForItsOwnerAndHoldsNoSecret() throws IOException {
        environment(JobEnvironment.LAKE.withVariables(Map.of("TOKEN", "hush")));

        Path tools = run.resolve("tools");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tools)))
                .isEqualTo("rwx------");
        try (var files = Files.list(tools)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(file).content().doesNotContain("hush").doesNotContain("the-secret"));
        }
    }

    @Test
    void theClassPathBeginsWithTheJarsAndEndsWithTheConfiguration() throws IOException {
        environment(JobEnvironment.LAKE);

        assertThat(run.resolve("tools/java.args"))
                .content()
                .contains("\"/jars/a.jar:/jars/b.jar:")
                .contains(":" + run.resolve("tools") + "\"");
    }

    private Map<String, String> environment(JobEnvironment job) {
        return new Toolbox(
                        workspace,
                        new S3Access("http://127.0.0.1:1", "key", "the-secret"),
                        "thrift://h:1",
                        "1g",
                        new NodeView(new NodeTree(workspace)))
                .environment(job, run, run);
    }
}
