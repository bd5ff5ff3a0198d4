package io.laguna.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PySpark program of {@code src/test/resources}, whose first lines say how it is submitted and what it prints.
 *
 * @param options of spark-submit
 */
record PySparkProgram(Path file, List<String> options, String prints) {
    private static final Pattern HEAD = Pattern.compile("# (options|prints): (.*)");

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

    private static PySparkProgram read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PySparkProgram(
                file,
                head(lines, "options")
                        .flatMap(words -> Stream.of(words.split(" ")))
                        .toList(),
                head(lines, "prints").findFirst().orElseThrow());
    }

    private static Stream<String> head(List<String> lines, String name) {
        return lines.stream()
                .map(HEAD::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(1).equals(name))
                .map(line -> line.group(2));
    }
}
