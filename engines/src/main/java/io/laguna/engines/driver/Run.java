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
import java.util.Map;
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

    /** The process and the files of a run that has started. */
    record Running(ChildProcess process, Scratch scratch, OptionalInt webPort) {}

    /**
     * Creates a run that has yet to start.
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

    /** Returns the file with the run's standard output, which is not there before the run has started. */
    public Path output() {
        return output;
    }

    /**
     * Returns the file with the run's standard error. A driver's is Spark's log with its progress bar, which
     * {@link DriverLog} leaves out. The file is not there before the run has started.
     */
    public Path error() {
        return error;
    }

    /** Tells whether the run has its turn: it runs, or has run. */
    public boolean hasStarted() {
        return !isWaiting();
    }

    /** Returns the stage that a driver works on, once Spark has told. */
    public Optional<StageProgress> progress() {
        if (running.isPresent()) {
            StageProgress.lastIn(error).ifPresent(seen -> progress = Optional.of(seen));
        }
        return progress;
    }

    /** Returns the address of Spark's web page on a driver, while the driver runs and has one. */
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

    /** Returns the bytes of memory that the run's processes on this machine hold. */
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
     * Returns Spark's id of a driver's application, once there is one: {@code local-1763740000000}. Returns nothing as
     * well when the job keeps its event log elsewhere, or keeps none. On a cluster the id is YARN's:
     * {@code application_1763740000000_0001}.
     */
    public Optional<String> applicationId() {
        if (applicationId.isEmpty() && !end.isDone()) {
            applicationId = yarn.isPresent()
                    ? yarn.get().seen().stream().findFirst().map(YarnApplication::id)
                    : running.flatMap(now -> now.scratch().applicationId());
        }
        return applicationId;
    }

    /** Returns the outputs of a driver's executors, where they are processes of their own: on a cluster. */
    public Optional<ExecutorLogs> executorLogs() {
        return yarn.map(job -> new ExecutorLogs(job.cluster().logs(), output.getParent()));
    }

    /** Returns the tag of the run's applications on YARN, if it has started some there or YARN does not answer. */
    public Optional<String> applicationTag() {
        return yarn.filter(YarnJob::mayHaveApplications).map(YarnJob::tag);
    }

    /** Waits for the end of the run. */
    public RunOutcome await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody completes a run with an exception", e);
        }
    }

    /**
     * Stops the run and everything that it started, or takes it out of the queue.
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

    /**
     * Stops the processes of the run on this machine: a driver on the cluster goes on, and {@link Drivers#follow} finds
     * it.
     */
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

    /** Returns the environment of a program of this run: what the program submits to YARN carries its tag. */
    JobEnvironment tagged(JobEnvironment environment) {
        return yarn.map(job -> environment.withSpark(Map.of("spark.yarn.tags", job.tag())))
                .orElse(environment);
    }

    void started(Running now) {
        running = Optional.of(now);
        if (stopped) {
            now.process().stop();
        }
    }

    /** Marks the run as one whose driver is on the cluster, where an earlier process started it. */
    void follow() {
        followed = true;
    }

    /**
     * Tells whether the run goes on. When its application has ended, the run ends first, with the application's
     * outcome.
     */
    boolean goesOn(Optional<YarnApplication> application) {
        if (application.filter(now -> !now.hasEnded()).isEmpty()) {
            RunOutcome outcome = application
                    .map(this::outcome)
                    .orElse(new RunOutcome.Failed(RunOutcome.Kind.EXITED, -1, "YARN does not know it any more"));
            applicationId();
            end.complete(stopped ? new RunOutcome.Stopped() : outcome);
        }
        return !end.isDone();
    }

    private RunOutcome outcome(YarnApplication application) {
        return YarnOutcome.of(application, yarn.orElseThrow()::driverOutput);
    }

    boolean isStopped() {
        return stopped;
    }

    /** Ends a run that will not start, because it was stopped or cannot start. The reason is in its log too. */
    void ended(RunOutcome outcome) {
        try {
            Files.createDirectories(error.getParent());
            Files.writeString(error, outcome.failure().orElse("") + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            // The outcome has the reason as well.
        }
        end.complete(outcome);
    }

    /**
     * Ends the run when its process has ended: what the process leaves behind is kept before anybody hears of the end.
     */
    void ended(Running now, int exitCode) {
        applicationId();
        progress();
        RunOutcome outcome =
                stopped ? new RunOutcome.Stopped() : exitCode == 0 ? new RunOutcome.Succeeded() : failure(exitCode);
        now.scratch().clear();
        end.complete(outcome);
    }

    /**
     * Returns the failure of the run. About a driver on the cluster spark-submit knows only that it failed; YARN knows
     * why.
     */
    private RunOutcome failure(int exitCode) {
        return yarn.flatMap(YarnJob::seenDetached)
                .filter(YarnApplication::hasEnded)
                .map(this::outcome)
                .filter(RunOutcome.Failed.class::isInstance)
                .orElseGet(() -> FailureReason.in(output, error, exitCode));
    }
}
