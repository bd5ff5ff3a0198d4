package io.laguna.emulator.emr.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The log of whoever ran a program: what was run, and how it ended. Lines look like those of EMR's controller log. */
final class ControllerLog {
    private final Path file;

    private ControllerLog(Path file) {
        this.file = file;
    }

    /** A new log in the folder. */
    static ControllerLog in(Path folder) {
        try {
            Path file = Files.createDirectories(folder).resolve("controller");
            Files.deleteIfExists(file);
            return new ControllerLog(Files.createFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a log in " + folder, e);
        }
    }

    /** The log that is in the folder, or a new one. */
    static ControllerLog continued(Path folder) {
        Path file = folder.resolve("controller");
        return Files.exists(file) ? new ControllerLog(file) : in(folder);
    }

    void info(String line) {
        write("INFO", line);
    }

    void warn(String line) {
        write("WARN", line);
    }

    private void write(String level, String line) {
        try {
            Files.writeString(
                    file,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + level + " " + line + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
