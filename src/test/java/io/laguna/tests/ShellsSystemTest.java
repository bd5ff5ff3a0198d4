package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code ./laguna pyspark}, {@code spark-sql} and {@code spark-submit}, each with a pipe for a terminal. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellsSystemTest {
    private Path lake;
    private Path work;

    @BeforeAll
    void startTheLake(@TempDir Path temporary) throws IOException, InterruptedException {
        lake = temporary.resolve("lake");
        work = Files.createDirectories(temporary.resolve("work"));
        assertThat(shell("", Map.of(), "spark-sql"))
                .returns(1, Result::exitCode)
                .satisfies(refused -> assertThat(refused.output()).contains("The lake is not up"));
        assertThat(new LagunaCommand(lake, Map.of("LAGUNA_WARM_DRIVERS", "0")).run("up"))
                .returns(0, Result::exitCode);
    }

    @AfterAll
    void stopTheLake() {
        assertThat(new LagunaCommand(lake).run("down")).returns(0, Result::exitCode);
    }

    @Test
    void sparkSqlRunsWhatIsTypedAndAWrongStatementEndsNothing() throws IOException, InterruptedException {
        Result typed = shell(
                "CREATE TABLE typed USING parquet\nAS SELECT 'a;b' AS name;\nSELECT nonsense;\nSELECT * FROM typed;\nquit;\nSELECT 2;\n",
                Map.of(),
                "spark-sql",
                "--conf",
                "spark.ui.showConsoleProgress=false");

        assertThat(typed.exitCode()).as(typed.output()).isZero();
        assertThat(typed.output()).contains("nonsense").contains("\na;b\n").doesNotContain("\n2\n");
        assertThat(shell("SELECT nonsense;", Map.of(), "spark-sql").exitCode()).isEqualTo(1);
        assertThat(shell("", Map.of(), "spark-sql").output()).contains("use -e or -f");
    }

    @Test
    @NeedsPython
    void sparkSubmitWorksInTheFolderAndEndsAsTheScriptDoes() throws IOException, InterruptedException {
        Files.writeString(
                work.resolve("job.py"),
                """
                import boto3, os, sys
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.getOrCreate()
                boto3.client("s3").create_bucket(Bucket="shells")
                spark.range(3).write.csv("s3://shells/rows")
                spark.range(3).write.csv("rows")
                print(sys.argv[1:], spark.read.csv("s3://shells/rows").count(), os.environ.get("AWS_PROFILE"))
                sys.exit(7)
                """);

        Result job = shell("", Map.of("AWS_PROFILE", "somebody"), "spark-submit", "job.py", "a b", "it's");

        assertThat(job.exitCode()).as(job.output()).isEqualTo(7);
        assertThat(job.output()).contains("['a b', \"it's\"] 3 None");
        assertThat(work.resolve("rows/_SUCCESS")).exists();
    }

    @Test
    @NeedsPython
    void pysparkHasASession() throws IOException, InterruptedException {
        Result shell = shell(
                "print(spark.range(5).count() + 1000, sc.appName)\nexit(3)\n",
                // An input that is no terminal is no session for Python, unless this asks for one.
                Map.of("PYSPARK_DRIVER_PYTHON_OPTS", "-i"),
                "pyspark",
                "--name",
                "it's mine");

        assertThat(shell.exitCode()).as(shell.output()).isEqualTo(3);
        assertThat(shell.output()).contains("1005 it's mine");
    }

    private Result shell(String input, Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of(LagunaCommand.home().resolve("emulator/cli/start").toString()));
        all.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(all).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LAGUNA_LAKE", lake.toString());
        Process process = builder.start();
        try (var typed = process.outputWriter(StandardCharsets.UTF_8)) {
            typed.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
