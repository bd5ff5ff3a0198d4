package io.laguna.glue.cases;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Python script as a job of Spark's: in a JVM with the class path of this one, by the Python of the engine. */
final class PythonJob {
    private static final Path HOME = Path.of(System.getProperty("laguna.home"));
    private static final Path PYTHON = HOME.resolve("engines/python/target/python");

    private PythonJob() {}

    static boolean isPossible() {
        return Files.isDirectory(PYTHON.resolve("spark/python"));
    }

    /** Runs a script below glue-runtime/python and returns what it printed; a failure is an {@link AssertionError}. */
    static String run(Path log, String script, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-X"))
                .toList());
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        for (String setting : List.of(
                "spark.ui.enabled=false",
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.sql.session.timeZone=UTC",
                "spark.sql.shuffle.partitions=1",
                "spark.default.parallelism=1",
                // As Laguna's own Spark has it: records and their types have to go through it.
                "spark.serializer=org.apache.spark.serializer.KryoSerializer",
                // A few rows are not worth a compiler.
                "spark.sql.codegen.wholeStage=false",
                "spark.sql.codegen.factoryMode=NO_CODEGEN",
                "spark.sql.catalogImplementation=in-memory",
                "spark.sql.warehouse.dir=" + log.resolveSibling("warehouse").toUri())) {
            command.addAll(List.of("--conf", setting));
        }
        command.add(HOME.resolve("glue-runtime/python").resolve(script).toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CLASSPATH", System.getProperty("java.class.path"),
                        "SPARK_HOME", PYTHON.resolve("spark").toString(),
                        "PYSPARK_PYTHON", PYTHON.resolve("bin/python3").toString(),
                        "PYTHONPATH", HOME.resolve("glue-runtime/python").toString(),
                        "PYTHONDONTWRITEBYTECODE", "1"));
        Process process = builder.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(log);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError((ended ? "The script failed:\n" : "The script did not end:\n") + printed);
        }
        return printed;
    }
}
