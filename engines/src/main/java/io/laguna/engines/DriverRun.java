package io.laguna.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A driver at work. */
public final class DriverRun {
    private final ChildProcess process;
    private final Path output;
    private final Path error;
    private final Thread reader;
    private volatile boolean stopped;
    private volatile Optional<StageProgress> progress = Optional.empty();

    DriverRun(ChildProcess process, Path output, Path error) {
        this.process = process;
        this.output = output;
        this.error = error;
        this.reader = new Thread(this::copyErrors, "driver-stderr");
        reader.setDaemon(true);
        reader.start();
    }

    /** The file with the driver's standard output. */
    public Path output() {
        return output;
    }

    /** The file with the driver's standard error: Spark's log. */
    public Path error() {
        return error;
    }

    /** The stage the driver works on, once Spark has told. */
    public Optional<StageProgress> progress() {
        return progress;
    }

    /** Waits for the end of the driver. */
    public RunOutcome await() throws InterruptedException {
        int exitCode = process.waitFor();
        reader.join();
        if (stopped) {
            return new RunOutcome.Stopped();
        }
        return exitCode == 0
                ? new RunOutcome.Succeeded()
                : new RunOutcome.Failed(exitCode, FailureReason.in(error, exitCode));
    }

    /** Stops the driver and everything it started. */
    public void stop() {
        stopped = true;
        process.stop();
    }

    /** Spark redraws its progress bar with carriage returns: they go to {@link #progress}, the rest to the file. */
    private void copyErrors() {
        try (InputStream from = process.error();
                OutputStream to = Files.newOutputStream(error)) {
            byte[] buffer = new byte[8192];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                StageProgress.lastIn(new String(buffer, 0, read, StandardCharsets.UTF_8))
                        .ifPresent(seen -> progress = Optional.of(seen));
            }
        } catch (IOException e) {
            // The pipe broke because the driver ended, or the disk is full: the exit code decides the outcome.
        }
    }
}
