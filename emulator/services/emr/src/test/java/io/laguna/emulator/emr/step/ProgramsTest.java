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
        assertThat(jarStep(bare, Optional.empty(), Map.of())).isInstanceOf(Program.Refused.class);
        Program.Plain withProperties = (Program.Plain) jarStep(declared, Optional.empty(), Map.of("mode", "dry run"));
        assertThat(withProperties.command().environment().variables())
                .containsEntry("JDK_JAVA_OPTIONS", "\"-Dmode=dry run\"");
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
        return programs().of(new JarStep("a step", jar, Optional.empty(), List.of(words), Map.of()));
    }

    private Program jarStep(Path jar, Optional<String> mainClass, Map<String, String> properties) {
        return programs().of(new JarStep("a step", jar.toString(), mainClass, List.of("in"), properties));
    }

    private Programs programs() {
        return new Programs(new NoS3(), JobEnvironment.LAKE, Map.of("EMR_STEP_ID", "s-1"), folder);
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
