package io.laguna.emulator.glue.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The program of Python that runs the script of a Spark job. Glue has one as well: its script has no standard input, and an
 * exit is an exception with a line like any other.
 */
final class ScriptRunner {
    private static final String NAME = "run_script.py";

    private ScriptRunner() {}

    /** Puts the program into a folder, and returns its file. */
    static Path put(Path folder) {
        Path file = folder.resolve(NAME);
        try (InputStream program = ScriptRunner.class.getResourceAsStream(NAME)) {
            Files.createDirectories(folder);
            Files.copy(program, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        return file;
    }
}
