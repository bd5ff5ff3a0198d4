package io.laguna.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step whose Python fails in its own way.
 *
 * @param expected what its reason contains
 */
record FailingProgram(String name, List<String> words, List<String> expected) {
    static final String BUCKET = "failing";
    private static final String MARK = "#: ";

    /** Returns the files of the bucket. */
    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(LagunaCommand.home()
                .resolve("src/test/resources/io/laguna/tests")
                .resolve(BUCKET))) {
            return files.sorted().toList();
        }
    }

    /** Returns the steps of all scripts, whose first lines ({@code #: }) are what the reason contains. */
    static List<FailingProgram> all() throws IOException {
        return scripts().stream().map(FailingProgram::of).toList();
    }

    /** Returns the step that names a script which is not there. */
    static FailingProgram withoutScript() {
        return new FailingProgram(
                "missing script",
                List.of("spark-submit", "s3://failing/not-there.py"),
                List.of("No such file or directory: s3://failing/not-there.py"));
    }

    /** Returns the step whose driver in a container never uses Spark, which is a failure for YARN. */
    static FailingProgram withoutSpark() {
        return new FailingProgram(
                "a driver without Spark",
                List.of("spark-submit", "--deploy-mode", "cluster", "s3://" + PySparkBucket.NAME + "/jobs/boto.py"),
                List.of("java.lang.IllegalStateException: User did not initialize spark context!"));
    }

    private static FailingProgram of(Path script) {
        String name = script.getFileName().toString();
        return new FailingProgram(
                name,
                List.of("spark-submit", "s3://" + BUCKET + "/" + name),
                text(script)
                        .lines()
                        .filter(line -> line.startsWith(MARK))
                        .map(line -> line.substring(MARK.length()).replace("\\n", "\n"))
                        .toList());
    }

    /** Returns the step in the deploy mode that most people have in their scripts. */
    FailingProgram inClusterMode() {
        return new FailingProgram(
                name + " in cluster mode", List.of("spark-submit", "--deploy-mode", "cluster", words.get(1)), expected);
    }

    static String text(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException(script.toString(), e);
        }
    }
}
