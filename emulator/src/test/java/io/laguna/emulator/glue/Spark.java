package io.laguna.emulator.glue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real Spark, in a JVM of its own, with Hive's own client to the metastore. */
final class Spark {
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/sun.nio.ch",
            "java.base/sun.nio.cs",
            "java.base/sun.security.action",
            "java.base/sun.util.calendar");

    private final CatalogLake.Running lake;

    Spark(CatalogLake.Running lake) {
        this.lake = lake;
    }

    /** Runs the statements in one session, and answers the rows of all their results as JSON. */
    List<String> sql(List<String> statements) {
        try {
            Path folder = Files.createTempDirectory(lake.logs(), "spark");
            Path file = Files.write(folder.resolve("statements"), statements);
            Path output = folder.resolve("output");
            Process process = new ProcessBuilder(command(file))
                    .redirectOutput(output.toFile())
                    .redirectError(folder.resolve("error").toFile())
                    .directory(folder.toFile())
                    .start();
            try {
                if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                    throw new AssertionError("Spark failed:\n"
                            + Files.readString(folder.resolve("error"))
                                    .lines()
                                    .filter(line -> line.contains("xception") || line.contains("rror"))
                                    .limit(20)
                                    .toList());
                }
            } finally {
                process.destroyForcibly();
            }
            return Files.readAllLines(output).stream()
                    .filter(line -> line.startsWith("ROW "))
                    .map(line -> line.substring("ROW ".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private List<String> command(Path statements) throws IOException {
        Path home = Path.of(System.getProperty("laguna.home"));
        Path configuration = home.resolve("hive-conf/local");
        String jars =
                Files.readString(home.resolve("engines/spark/target/classpath")).strip();
        List<String> words = new ArrayList<>(List.of(
                "env",
                "SPARK_LOCAL_IP=127.0.0.1",
                "HADOOP_CONF_DIR=" + configuration,
                "LAGUNA_S3_ENDPOINT=" + lake.s3Address(),
                "LAGUNA_METASTORE_URI=" + lake.metastoreAddress(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        OPENED.forEach(module -> words.add("--add-opens=" + module + "=ALL-UNNAMED"));
        words.addAll(List.of("-cp", configuration + ":" + jars, program().toString(), statements.toString()));
        return words;
    }

    private static Path program() {
        try {
            return Path.of(Spark.class.getResource("/spark/RunSql.java").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
