package io.laguna.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script of a Glue job in {@code src/test/resources}, whose first lines say how it is run and what comes of it.
 *
 * @param lines what stands behind {@code #:} or {@code //:}
 */
record GlueScript(Path file, List<String> lines) {
    private static final Pattern HEAD = Pattern.compile("(?:#|//): (.*)");

    /** Returns all scripts, in the order of their names. */
    static List<GlueScript> all() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().map(GlueScript::read).toList();
        }
    }

    static GlueScript of(String name) {
        return read(folder().resolve(name));
    }

    String fileName() {
        return file.getFileName().toString();
    }

    /** Returns the name of the job. */
    String name() {
        return fileName().replaceFirst("\\..*", "");
    }

    Map<String, String> arguments() {
        return all("argument")
                .map(argument -> argument.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    String one(String name, String otherwise) {
        return all(name).findFirst().orElse(otherwise);
    }

    Stream<String> all(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1));
    }

    private static Path folder() {
        return LagunaCommand.home().resolve("src/test/resources/io/laguna/tests/glue-jobs");
    }

    private static GlueScript read(Path file) {
        try {
            return new GlueScript(
                    file,
                    Files.readAllLines(file).stream()
                            .map(HEAD::matcher)
                            .filter(Matcher::matches)
                            .map(line -> line.group(1))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
