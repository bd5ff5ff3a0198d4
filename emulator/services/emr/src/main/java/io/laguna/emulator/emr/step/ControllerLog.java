package io.laguna.emulator.emr.step;

import io.laguna.emulator.jobs.JobReport;
import io.laguna.engines.driver.RunOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The log of a controller: which program was run, and how it ended. Lines look like those of EMR's controller log. */
final class ControllerLog implements JobReport {
    static final String NAME = "controller";

    private final Path file;
    private final Instant made = Instant.now();

    /** Creates the log of a folder, which an earlier process may have begun. */
    ControllerLog(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** Begins the log anew. */
    void begin() {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a log in " + file.getParent(), e);
        }
    }

    @Override
    public void ended(RunOutcome outcome) {
        String seconds = Duration.between(made, Instant.now()).toSeconds() + " seconds";
        if (outcome instanceof RunOutcome.Succeeded) {
            info("waitProcessCompletion ended with exit code 0");
            info("Step succeeded with exitCode 0 and took " + seconds);
        } else if (outcome instanceof RunOutcome.Failed failed) {
            if (failed.kind() != RunOutcome.Kind.NOT_STARTED) {
                warn("waitProcessCompletion ended with exit code " + failed.exitCode());
            }
            warn("Step failed with exitCode " + failed.exitCode() + " and took " + seconds + ": " + failed.reason());
        } else {
            warn("Step was stopped after " + seconds);
        }
    }

    @Override
    public void undelivered(String reason) {
        warn(reason);
    }

    void info(String line) {
        write("INFO", line);
    }

    void warn(String line) {
        write("WARN", line);
    }

    private void write(String level, String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + level + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
