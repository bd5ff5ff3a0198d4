package io.laguna.engines.driver;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Ports;
import io.laguna.engines.yarn.YarnApplication;
import io.laguna.engines.yarn.YarnJob;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A driver or another program at work, or waiting for its turn. */
public final class Run {
    private final Path output;
    private final Path error;
    private final Optional<YarnJob> yarn;
    private final Consumer<Run> leaveQueue;
    private final CompletableFuture<RunOutcome> end = new CompletableFuture<>();
    private volatile Optional<Running> running = Optional.empty();
    private volatile boolean stopped;
    private volatile boolean followed;
    private volatile Optional<StageProgress> progress = Optional.empty();
    private volatile Optional<String> applicationId = Optional.empty();

    /** What it runs in, from its start on. */
    record Running(ChildProcess process, Scratch scratch, OptionalInt webPort) {}

    /**
     * A run that has yet to start.
     *
     * @param yarn what it is on the cluster, where there is one
     * @param leaveQueue takes it out of the queue, if it is in there, and then ends it
     */
    Run(Path folder, Optional<YarnJob> yarn, Consumer<Run> leaveQueue) {
        this.yarn = yarn;
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
        return !isWaiting();
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
        if (yarn.isPresent()) {
            return end.isDone() ? Optional.empty() : pages(yarn.get());
        }
        return running.filter(now -> !end.isDone()).stream()
                .flatMapToInt(now -> now.webPort().stream())
                .filter(Ports::answers)
                .mapToObj(port -> URI.create("http://127.0.0.1:" + port + "/"))
                .findFirst();
    }

    /** Returns the bytes of memory that its processes on this machine hold. */
    OptionalLong memory() {
        return running.map(now -> now.process().memory()).orElseGet(OptionalLong::empty);
    }

    private static Optional<URI> pages(YarnJob job) {
        return job.seen().stream()
                .filter(application -> application.state().equals("RUNNING"))
                .map(job::pages)
                .findFirst();
    }

    /**
     * Spark's id of a driver's application, once it has one: {@code local-1763740000000}. Empty as well when the job
     * keeps its event log elsewhere, or none. On a cluster it is YARN's: {@code application_1763740000000_0001}.
     */
    public Optional<String> applicationId() {
        if (applicationId.isEmpty() && !end.isDone()) {
            applicationId = yarn.isPresent()
                    ? applicationIds().stream().findFirst()
                    : running.flatMap(now -> now.scratch().applicationId());
        }
        return applicationId;
    }

    /** YARN's ids of all applications that it has started there; a script may start several. */
    public List<String> applicationIds() {
        return yarn.map(YarnJob::seen).orElse(List.of()).stream()
                .map(YarnApplication::id)
                .toList();
    }

    /** Waits for its end. */
    public RunOutcome await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody completes a run with an exception", e);
        }
    }

    /**
     * Stops it and everything it started, or takes it out of the queue.
     *
     * @throws EngineFailure when YARN cannot be told; what is on this machine is stopped all the same
     */
    public void stop() {
        leaveQueue.accept(this);
        if (end.isDone() || isWaiting()) {
            return;
        }
        stopped = true;
        try {
            yarn.ifPresent(YarnJob::kill);
        } finally {
            stopProcess();
        }
    }

    /** Stops what of it is on this machine: a driver on the cluster goes on, and {@link Drivers#follow} finds it. */
    public void leave() {
        if (yarn.flatMap(YarnJob::seenDetached).isEmpty()) {
            stop();
            return;
        }
        stopped = true;
        stopProcess();
        if (followed) {
            end.complete(new RunOutcome.Stopped());
        }
    }

    private boolean isWaiting() {
        return running.isEmpty() && !followed;
    }

    private void stopProcess() {
        running.map(Running::process).filter(ChildProcess::isRunning).ifPresent(ChildProcess::stop);
    }

    Optional<YarnJob> yarn() {
        return yarn;
    }

    void started(Running now) {
        running = Optional.of(now);
        if (stopped) {
            now.process().stop();
        }
    }

    /** Its driver is on the cluster, where it was started by an earlier process. */
    void follow() {
        followed = true;
    }

    /** Whether its end is still to come: then the application has told it now, or will. */
    boolean goesOn(Optional<YarnApplication> application) {
        if (application.filter(now -> !now.hasEnded()).isEmpty()) {
            RunOutcome outcome = application
                    .map(YarnOutcome::of)
                    .orElse(new RunOutcome.Failed(RunOutcome.Kind.EXITED, -1, "YARN does not know it any more"));
            applicationId();
            end.complete(stopped ? new RunOutcome.Stopped() : outcome);
        }
        return !end.isDone();
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
        RunOutcome outcome =
                stopped ? new RunOutcome.Stopped() : exitCode == 0 ? new RunOutcome.Succeeded() : failure(exitCode);
        now.scratch().clear();
        end.complete(outcome);
    }

    /** Of a driver on the cluster spark-submit knows only that it failed; YARN knows why. */
    private RunOutcome failure(int exitCode) {
        return yarn.flatMap(YarnJob::seenDetached)
                .filter(YarnApplication::hasEnded)
                .map(YarnOutcome::of)
                .filter(RunOutcome.Failed.class::isInstance)
                .orElseGet(() -> FailureReason.in(error, exitCode));
    }
}
