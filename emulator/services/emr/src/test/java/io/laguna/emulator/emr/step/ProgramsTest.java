package io.laguna.emulator.emr.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.JobEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** What steps mean. Nothing here is in S3. */
class ProgramsTest {
    @TempDir
    private Path folder;

    @Test
    void sparkSubmitIsTakenWordByWord() {
        Program program =
                command("spark-submit", "--deploy-mode", "cluster", "--class", "A", "s3://b/a.jar", "--x", "y z");

        assertThat(program).isInstanceOf(Program.Spark.class);
        assertThat(program.words())
                .containsExactly(
                        "spark-submit", "--deploy-mode", "cluster", "--class", "A", "s3://b/a.jar", "--x", "y z");
        assertThat(step("s3://eu-west-1.elasticmapreduce/libs/command-runner.jar", "spark-submit", "a.jar"))
                .isInstanceOf(Program.Spark.class);
    }

    @Test
    void sparkSqlsOwnOptionsStandBehindSparkSubmits() {
        assertThat(command("spark-sql", "--conf", "a=b", "-e", "select 1", "--driver-memory=1g")
                        .words())
                .containsExactly(
                        "spark-submit",
                        "--conf",
                        "a=b",
                        "--driver-memory",
                        "1g",
                        "--class",
                        "io.laguna.engines.spark.SparkSql",
                        "spark-internal",
                        "-e",
                        "select 1");
    }

    @Test
    void examplesAreClassesOfSpark() {
        assertThat(command("spark-example", "--executor-memory", "1g", "SparkPi", "10")
                        .words())
                .containsExactly(
                        "spark-submit",
                        "--executor-memory",
                        "1g",
                        "--class",
                        "org.apache.spark.examples.SparkPi",
                        "spark-internal",
                        "10");
        assertThat(command("spark-example")).isInstanceOf(Program.Refused.class);
    }

    @Test
    void anyOtherCommandIsAProgram() {
        Program program = command("hadoop", "fs", "-ls", "hdfs:///");

        assertThat(program).isInstanceOf(Program.Plain.class);
        assertThat(program.words()).containsExactly("hadoop", "fs", "-ls", "hdfs:///");
        assertThat(((Program.Plain) program).command().environment().variables())
                .containsEntry("EMR_STEP_ID", "s-1");
    }

    @Test
    void customJarsRunAsHadoopJarRunsThem() throws IOException {
        Path bare = jar(Optional.empty());
        Path declared = jar(Optional.of("com.example.Main"));

        assertThat(jarStep(bare, Optional.of("com.example.Other"), Map.of()).words())
                .containsExactly("hadoop", "jar", bare.toString(), "com.example.Other", "in");
        assertThat(jarStep(declared, Optional.of("com.example.Main"), Map.of()).words())
                .containsExactly("hadoop", "jar", declared.toString(), "in");
        assertThat(jarStep(bare, Optional.empty(), Map.of()).words())
                .containsExactly("hadoop", "jar", bare.toString(), "in");
        assertThat(step(bare.toString())).isInstanceOf(Program.Refused.class);
        Program.Plain withProperties = (Program.Plain) jarStep(declared, Optional.empty(), Map.of("mode", "dry run"));
        assertThat(withProperties.command().environment().variables())
                .containsEntry("JDK_JAVA_OPTIONS", "\"-Dmode=dry run\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/bin/s3-dist-cp, s3-dist-cp",
        "/usr/bin/hadoop, hadoop",
        "/usr/lib/hadoop/bin/hadoop, hadoop",
        "/usr/bin/hdfs, hdfs",
        "/usr/bin/hadoop-streaming, hadoop-streaming",
        "/usr/bin/mapred, mapred",
        "/usr/bin/yarn, yarn",
        "/usr/bin/aws, aws",
        "/usr/local/bin/aws, aws",
        "/usr/bin/sudo, sudo",
        "/bin/sudo, sudo",
        "file:///usr/bin/hadoop, hadoop",
        "/usr/bin/state-pusher-script, state-pusher-script",
        "s3://eu-west-1.elasticmapreduce/libs/state-pusher/0.1/fetch, state-pusher-script",
        "s3://elasticmapreduce/libs/state-pusher/0.1/fetch, state-pusher-script"
    })
    void programsOfANodeAreRunByTheirWholePaths(String path, String name) {
        assertThat(step("s3://elasticmapreduce/libs/script-runner/script-runner.jar", path, "a b", "c")
                        .words())
                .containsExactly(name, "a b", "c");
        assertThat(command(path, "a b", "c").words()).containsExactly(name, "a b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/bin/spark-submit",
                "/usr/lib/spark/bin/spark-submit",
                "file:///usr/lib/spark/bin/spark-submit"
            })
    void sparkSubmitIsADriverByAnyOfItsPaths(String path) {
        assertThat(command(path, "a.jar")).isInstanceOf(Program.Spark.class);
        assertThat(step("script-runner.jar", path, "a.jar").words()).containsExactly("spark-submit", "a.jar");
    }

    @Test
    void aProgramOfTheMachineIsRunByItsPath() {
        assertThat(command("/usr/bin/env", "true").words()).containsExactly("/usr/bin/env", "true");
        assertThat(step("script-runner.jar", "/usr/bin/env", "true").words()).containsExactly("/usr/bin/env", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hive-script", "/usr/bin/hive", "hbase", "/usr/lib/flink/bin/flink", "sqoop"})
    void anApplicationThatIsNotHereIsRefusedByItsName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);

        assertThat(command(path, "x")).isEqualTo(new Program.Refused(NodePrograms.refusal(name)));
        assertThat(NodePrograms.refusal(name)).startsWith(name + " is not on this cluster");
    }

    @Test
    void jarsOfANodeAreStepsToo() {
        assertThat(step("/usr/share/aws/emr/s3-dist-cp/lib/s3-dist-cp.jar", "--src", "a")
                        .words())
                .containsExactly("s3-dist-cp", "--src", "a");
        assertThat(step("/home/hadoop/lib/emr-s3distcp-1.0.jar", "--src", "a").words())
                .containsExactly("s3-dist-cp", "--src", "a");
        for (String streaming : List.of(
                "/usr/lib/hadoop/hadoop-streaming.jar",
                "file:///usr/lib/hadoop-mapreduce/hadoop-streaming-3.4.1-amzn-2.jar",
                "/home/hadoop/contrib/streaming/hadoop-streaming.jar")) {
            assertThat(step(streaming, "-mapper", "cat").words())
                    .containsExactly("hadoop", "jar", streaming, "-mapper", "cat");
        }
        assertThat(step("/usr/lib/hadoop-mapreduce/hadoop-mapreduce-examples.jar", "pi", "2", "10")
                        .words())
                .containsExactly(
                        "hadoop", "jar", "/usr/lib/hadoop-mapreduce/hadoop-mapreduce-examples.jar", "pi", "2", "10");
    }

    @Test
    void withoutANamespaceNothingNamesTheHomeOfSteps() throws IOException {
        Programs refusing = programs(Optional.of("unshare: unshare failed: Operation not permitted"));
        Path script = Files.writeString(folder.resolve("load.sh"), "echo x >/home/hadoop/x");

        for (JarStep step : List.of(
                jarStep("command-runner.jar", "bash", "-c", "cp a /home/hadoop/"),
                jarStep("command-runner.jar", "aws", "s3", "cp", "s3://b/a", "/home/hadoop/pipeline/"),
                jarStep("command-runner.jar", "spark-submit", "/home/hadoop/a.py"),
                jarStep("script-runner.jar", script.toString()))) {
            assertThat(refusing.of(step))
                    .isInstanceOfSatisfying(Program.Refused.class, refused -> assertThat(refused.reason())
                            .contains("unshare failed: Operation not permitted", "no /home/hadoop"));
        }
        assertThat(refusing.of(jarStep("command-runner.jar", "true"))).isInstanceOf(Program.Plain.class);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(Redaction.line(List.of(
                        "spark-submit",
                        "--conf",
                        "spark.hadoop.fs.s3a.secret.key=abc",
                        "--password",
                        "hunter2",
                        "a.jar")))
                .isEqualTo("spark-submit --conf spark.hadoop.fs.s3a.secret.key=********* --password ********* a.jar");
    }

    private Program command(String... words) {
        return step("command-runner.jar", words);
    }

    private Program step(String jar, String... words) {
        return programs().of(jarStep(jar, words));
    }

    private static JarStep jarStep(String jar, String... words) {
        return new JarStep("a step", jar, Optional.empty(), List.of(words), Map.of());
    }

    private Program jarStep(Path jar, Optional<String> mainClass, Map<String, String> properties) {
        return programs().of(new JarStep("a step", jar.toString(), mainClass, List.of("in"), properties));
    }

    private Programs programs() {
        return programs(Optional.empty());
    }

    private Programs programs(Optional<String> homeRefusal) {
        return new Programs(new NoS3(), JobEnvironment.LAKE, Map.of("EMR_STEP_ID", "s-1"), folder, homeRefusal);
    }

    private Path jar(Optional<String> mainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        mainClass.ifPresent(name -> manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, name));
        Path jar = Files.createTempFile(folder, "custom", ".jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    /** Whoever asks it fails. */
    private static final class NoS3 implements S3Client {
        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
