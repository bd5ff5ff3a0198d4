package io.laguna.engines;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A driver or another program at work, or waiting for its turn. */
public final class Run {
    private final Path output;
    private final Path error;
    private final Consumer<Run> leaveQueue;
    private final CompletableFuture<RunOutcome> end = new CompletableFuture<>();
    private volatile Optional<Running> running = Optional.empty();
    private volatile boolean stopped;
    private volatile Optional<StageProgress> progress = Optional.empty();
    private volatile Optional<String> applicationId = Optional.empty();

    /** What it runs in, from its start on. */
    record Running(ChildProcess process, Scratch scratch, OptionalInt webPort) {}

    /** @param leaveQueue takes it out of the queue, if it is in there, and then ends it */
    Run(Path folder, Consumer<Run> leaveQueue) {
        this.output = folder.resolve("stdout");
        this.error = folder.resolve("stderr");
        this.leaveQueue = leaveQueue;
    }

    /** The file with its standard output; not there before it has started. */
    public Path output() {
        return output;
    }

    /**
     * The file with its standard error, of a driver: Spark's log with its progress bar, which {@link DriverLog} leaves
     * out; not there before it has started.
     */
    public Path error() {
        return error;
    }

    /** Whether it has its turn: it runs, or has run. */
    public boolean hasStarted() {
        return running.isPresent();
    }

    /** The stage a driver works on, once Spark has told. */
    public Optional<StageProgress> progress() {
        if (running.isPresent()) {
            StageProgress.lastIn(error).ifPresent(seen -> progress = Optional.of(seen));
        }
        return progress;
    }

    /** Spark's web page on a driver, while it runs and has one. */
    public Optional<URI> webUi() {
        return running.filter(now -> !end.isDone()).stream()
                .flatMapToInt(now -> now.webPort().stream())
                .filter(Ports::answers)
                .mapToObj(port -> URI.create("http://127.0.0.1:" + port + "/"))
                .findFirst();
    }

    /**
     * Spark's id of a driver's application, once it has one: {@code local-1763740000000}. Empty as well when the job
     * keeps its event log elsewhere, or none.
     */
    public Optional<String> applicationId() {
        if (applicationId.isEmpty() && !end.isDone()) {
            applicationId = running.flatMap(now -> now.scratch().applicationId());
        }
        return applicationId;
    }

    /** Waits for its end. */
    public RunOutcome await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody completes a run with an exception", e);
        }
    }

    /** Stops it and everything it started, or takes it out of the queue. */
    public void stop() {
        leaveQueue.accept(this);
        running.map(Running::process).filter(ChildProcess::isRunning).ifPresent(process -> {
            stopped = true;
            process.stop();
        });
    }

    void started(Running now) {
        running = Optional.of(now);
        if (stopped) {
            now.process().stop();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** It will not start: it was stopped, or cannot. The reason is in its log too. */
    void ended(RunOutcome outcome) {
        try {
            Files.createDirectories(error.getParent());
            Files.writeString(error, outcome.failure().orElse("") + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            // The outcome has the reason as well.
        }
        end.complete(outcome);
    }

    /** Its process has ended: what it leaves behind is taken in before anybody hears of it. */
    void ended(Running now, int exitCode) {
        applicationId();
        progress();
        RunOutcome outcome = stopped
                ? new RunOutcome.Stopped()
                : exitCode == 0 ? new RunOutcome.Succeeded() : FailureReason.in(error, exitCode);
        now.scratch().clear();
        end.complete(outcome);
    }
}
