package io.laguna.engines.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** An engine's server process: one at a time per workspace, with a log, waited for until it answers. */
public final class EngineProcess {
    private static final Duration PREDECESSOR = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 25;
    private static final int LAST_LINES = 12;

    private final String engine;
    private final Path log;
    private final Path processFile;
    private volatile Optional<ChildProcess> process = Optional.empty();
    private volatile boolean held;

    public EngineProcess(Workspace workspace, String engine) {
        this.engine = engine;
        this.log = workspace.log(engine);
        this.processFile = workspace.state().resolve("run").resolve(engine + ".process");
    }

    /** Starts the command and waits until {@code ready} holds. */
    public void start(ChildProcess.Command command, Duration deadline, BooleanSupplier ready) {
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(processFile.getParent());
            awaitPredecessor();
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            ChildProcess started = ChildProcess.start(command, log);
            held = false;
            process = Optional.of(started);
            Files.write(
                    processFile,
                    List.of(
                            Long.toString(started.processId()),
                            started.startedAt().map(Instant::toString).orElse("")));
            awaitReady(started, deadline, ready, logStart);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + engine + ": " + e.getMessage(), e);
        }
    }

    public boolean isRunning() {
        return process.map(ChildProcess::isRunning).orElse(false);
    }

    /** Holds the process, or lets it go on. The time in which it is held is not counted as time of its start. */
    public void hold(boolean still) {
        held = process.map(running -> running.hold(still)).orElse(false) && still;
    }

    public boolean isHeld() {
        return held;
    }

    public OptionalLong memory() {
        return process.map(ChildProcess::memory).orElseGet(OptionalLong::empty);
    }

    public void stop() {
        process.ifPresent(ChildProcess::stop);
        process = Optional.empty();
    }

    private void awaitReady(ChildProcess started, Duration deadline, BooleanSupplier ready, long logStart) {
        long left = deadline.toNanos();
        long before = System.nanoTime();
        while (!ready.getAsBoolean()) {
            if (!started.isRunning()) {
                throw failure("ended with exit code " + started.exitCode() + " before it was ready", logStart);
            }
            long now = System.nanoTime();
            left -= held ? 0 : now - before;
            before = now;
            if (left < 0) {
                stop();
                throw failure("was not ready after " + deadline.toSeconds() + " s", logStart);
            }
            pause();
        }
    }

    private EngineFailure failure(String what, long logStart) {
        return new EngineFailure(
                engine + " " + what + ".\n" + ChildProcess.lastLines(log, logStart, LAST_LINES) + "\nIts log: " + log);
    }

    /**
     * Waits for the engine of an earlier process to end. A killed parent leaves its engines some seconds in which they
     * stop; two engines on one folder would harm it.
     */
    private void awaitPredecessor() throws IOException {
        if (!Files.exists(processFile)) {
            return;
        }
        List<String> identity = Files.readAllLines(processFile);
        if (identity.size() != 2) {
            return;
        }
        Optional<ProcessHandle> predecessor = ProcessHandle.of(Long.parseLong(identity.get(0)))
                .filter(handle ->
                        handle.info().startInstant().map(Instant::toString).equals(Optional.of(identity.get(1))));
        if (predecessor.isPresent()) {
            await(predecessor.get());
        }
    }

    private void await(ProcessHandle predecessor) {
        try {
            predecessor.onExit().get(PREDECESSOR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while an earlier " + engine + " stops", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new EngineFailure(
                    "An earlier " + engine + " (process " + predecessor.pid()
                            + ") still runs on this folder: stop it with" + " ./laguna down, or kill that process.",
                    e);
        }
    }

    /** Waits between two looks at a server that starts. */
    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while an engine starts", e);
        }
    }
}
