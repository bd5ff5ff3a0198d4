package io.laguna.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PySpark program of {@code src/test/resources}, whose first lines say how it is submitted and what it prints.
 *
 * @param options of spark-submit
 * @param arguments of the program; {@code MYSQL} is the address of the lake's MySQL, {@code jdbc:mysql://…}
 */
record PySparkProgram(Path file, List<String> options, List<String> arguments, String prints) {
    private static final Pattern HEAD = Pattern.compile("# (options|arguments|prints): (.*)");

    /** Returns all programs, in the order of their names. */
    static List<PySparkProgram> all() throws IOException {
        Path folder = LagunaCommand.home().resolve("src/test/resources/io/laguna/tests/pyspark");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(PySparkProgram::read).toList();
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Returns the words of a step. */
    List<String> step(String deployMode, String mysql) {
        List<String> words = new ArrayList<>(List.of("spark-submit", "--deploy-mode", deployMode));
        words.addAll(options);
        words.add(entryPoint());
        words.addAll(arguments(mysql));
        return List.copyOf(words);
    }

    String entryPoint() {
        return "s3://pyspark/jobs/" + name();
    }

    List<String> arguments(String mysql) {
        return arguments.stream().map(word -> word.replace("MYSQL", mysql)).toList();
    }

    /** Tells whether the program uses Spark: an application of YARN fails when its driver does not. */
    boolean usesSpark() {
        try {
            return Files.readString(file).contains("import Spark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the options of a job run of EMR Serverless, which names the interpreter by variables of the driver's and
     * the executors'.
     */
    String parameters() {
        // The member may not be empty.
        List<String> words = new ArrayList<>(List.of("--conf", "spark.executor.memory=1g"));
        for (String word : options) {
            if (word.startsWith("spark.pyspark.python=")) {
                String python = word.substring(word.indexOf('=') + 1);
                words.add("spark.emr-serverless.driverEnv.PYSPARK_DRIVER_PYTHON=" + python);
                words.addAll(List.of("--conf", "spark.emr-serverless.driverEnv.PYSPARK_PYTHON=" + python));
                words.addAll(List.of("--conf", "spark.executorEnv.PYSPARK_PYTHON=" + python));
            } else {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }

    private static PySparkProgram read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PySparkProgram(
                file,
                words(lines, "options"),
                words(lines, "arguments"),
                head(lines, "prints").findFirst().orElseThrow());
    }

    private static List<String> words(List<String> lines, String name) {
        return head(lines, name).flatMap(words -> Stream.of(words.split(" "))).toList();
    }

    private static Stream<String> head(List<String> lines, String name) {
        return lines.stream()
                .map(HEAD::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(1).equals(name))
                .map(line -> line.group(2));
    }
}
