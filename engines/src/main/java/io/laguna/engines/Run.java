package io.laguna.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A driver or another program at work, or waiting for its turn. */
public final class Run {
    private final ChildProcess process;
    private final Path output;
    private final Path error;
    private final Thread reader;
    private volatile boolean stopped;
    private volatile Optional<StageProgress> progress = Optional.empty();

    Run(ChildProcess process, Path output, Path error) {
        this.process = process;
        this.output = output;
        this.error = error;
        this.reader = new Thread(this::copyErrors, "driver-stderr");
        reader.setDaemon(true);
        reader.start();
    }

    /** The file with its standard output; not there before it has started. */
    public Path output() {
        return output;
    }

    /** The file with its standard error, of a driver: Spark's log; not there before it has started. */
    public Path error() {
        return error;
    }

    /** Whether it has its turn: it runs, or has run. */
    public boolean hasStarted() {
        return true;
    }

    /** The stage a driver works on, once Spark has told. */
    public Optional<StageProgress> progress() {
        return progress;
    }

    /** Spark's web page on a driver, while it runs and has one. */
    public Optional<URI> webUi() {
        return Optional.empty();
    }

    /** Waits for its end. */
    public RunOutcome await() throws InterruptedException {
        int exitCode = process.waitFor();
        reader.join();
        if (stopped) {
            return new RunOutcome.Stopped();
        }
        return exitCode == 0 ? new RunOutcome.Succeeded() : FailureReason.in(error, exitCode);
    }

    /** Stops it and everything it started, or takes it out of the queue. */
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
            // The pipe broke because the process ended, or the disk is full: the exit code decides the outcome.
        }
    }
}
