package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellsTest {
    /** Process ids are smaller on every machine. */
    private static final long NOBODY = 1L << 30;

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void layOut() throws IOException {
        workspace = Workspace.of(folder.resolve("laguna"), folder.resolve("lake"));
        Path target = Files.createDirectories(workspace.engineBuild("spark"));
        Files.writeString(target.resolve("classpath"), "/jars/a.jar");
        Path conf = Files.createDirectories(workspace.hiveConf());
        for (String file : List.of("core-site.xml", "hive-site.xml", "spark-defaults.conf", "log4j2.properties")) {
            Files.createFile(conf.resolve(file));
        }
    }

    @Test
    void theScriptIsItsOwnersAndBecomesTheProgramOnTheLake() throws IOException, InterruptedException {
        program("spark-sql", "#!/bin/sh\necho \"$AWS_ENDPOINT_URL|$HOME|$AWS_PROFILE|$OWN|$1|$2\"\n");

        Path script = shells().prepare("spark-sql", ProcessHandle.current().pid());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rw-------");
        assertThat(run(Map.of("OWN", "mine"), "sh", script.toString(), "it's", "a b"))
                .isEqualTo("http://127.0.0.1:1|" + System.getenv("HOME") + "||mine|it's|a b\n");
    }

    @Test
    void filesOfEndedProcessesAreDeletedAndThoseOfOthersStay() throws IOException {
        Path ended = shells().prepare("spark-sql", NOBODY);
        Path running = shells().prepare("spark-sql", ProcessHandle.current().pid());

        assertThat(ended).doesNotExist();
        assertThat(running).exists();
        assertThat(shells().prepare("spark-submit", NOBODY)).exists();
        assertThat(running).exists();
    }

    @Test
    void pysparkNeedsLagunasPython() throws IOException {
        Path target = Files.createDirectories(workspace.home().resolve("engines/python/target"));
        Files.writeString(target.resolve("refusal"), "No index was reached.");

        assertThatThrownBy(() -> shells().prepare("pyspark", NOBODY))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("No index was reached.");
    }

    @Test
    void pysparkStartsAPythonWithSparksShellAndItsOptions() throws IOException, InterruptedException {
        Path home =
                Files.createDirectories(folder.resolve("spark home/python/lib")).resolve("../..");
        Path python = folder.resolve("python");
        Files.writeString(
                python,
                "#!/bin/sh\necho \"$*|$PYTHONSTARTUP|$PYSPARK_PYTHON\"\neval printf '%s:' " + "$PYSPARK_SUBMIT_ARGS\n");
        executable(python);
        Map<String, String> variables = Map.of(
                "LAGUNA_TOOLS", "/",
                "SPARK_HOME", home.toString(),
                "PYSPARK_DRIVER_PYTHON", "/nowhere",
                "PYSPARK_DRIVER_PYTHON_OPTS", "-i -q");

        String started = run(
                variables,
                pyspark(),
                "--verbose",
                "--conf",
                "spark.app.name=it's mine",
                "-c",
                "spark.pyspark.python=" + python,
                "--jars",
                "a.jar,b.jar");

        assertThat(started)
                .isEqualTo("-i -q|" + home + "/python/pyspark/shell.py|" + python
                        + "\n--name:PySparkShell:--verbose:--conf:spark.app.name=it's mine:-c:spark.pyspark.python="
                        + python + ":--jars:a.jar,b.jar:pyspark-shell:");
        assertThat(run(variables, pyspark(), "--name", "x", "script.py"))
                .contains("not supported as of Spark 2.0")
                .endsWith("exit code 255");
        assertThat(run(variables, pyspark(), "more"))
                .contains("does not support any application options")
                .endsWith("exit code 1");
    }

    private static String pyspark() {
        return Path.of("spark/bin/pyspark").toAbsolutePath().toString();
    }

    private Shells shells() {
        return new Shells(workspace, new S3Access("http://127.0.0.1:1", "key", "secret"), "thrift://h:1", "1g");
    }

    private void program(String name, String script) throws IOException {
        Path bin = Files.createDirectories(workspace.home().resolve("engines/spark/bin"));
        executable(Files.writeString(bin.resolve(name), script));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String run(Map<String, String> variables, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        return exitCode == 0 ? output : output + "exit code " + exitCode;
    }
}
