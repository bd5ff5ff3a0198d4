package io.laguna.emulator.emr;

import io.laguna.emulator.emr.step.End;
import io.laguna.emulator.emr.step.Execution;
import io.laguna.emulator.emr.step.JarStep;
import io.laguna.emulator.job.ChangeSignal;
import io.laguna.emulator.state.State;
import io.laguna.engines.Drivers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.S3Client;

/** A living cluster: the thread that brings it from its start to its end, and those of its steps. */
final class ClusterRun {
    /** How long it takes at the most until something is noticed that nobody has said. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** How long the threads may take to end once their processes are gone. */
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private static final String BOOTSTRAP = "bootstrap";

    private final String id;
    private final State state;
    private final Drivers drivers;
    private final S3Client s3;
    private final Path folder;
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final ChangeSignal signal = new ChangeSignal();

    ClusterRun(String id, State state, Drivers drivers, S3Client s3, Path folder) {
        this.id = id;
        this.state = state;
        this.drivers = drivers;
        this.s3 = s3;
        this.folder = folder;
    }

    /**
     * Begins to live.
     *
     * @param ended called when there is nothing left to do for it
     */
    void begin(Runnable ended) {
        start(id, () -> {
            live();
            ended.run();
        });
    }

    /** Something about the cluster has changed in the state. */
    void changed() {
        signal.changed();
    }

    /** Stops what a step runs, in the background: its end is the step's own thread's to write. */
    void stop(String step) {
        Optional.ofNullable(executions.get(step)).ifPresent(execution -> start("stop-" + step, () -> execution.stop()));
    }

    /** Spark's web page on a step that runs. */
    Optional<URI> webUi(String step) {
        return Optional.ofNullable(executions.get(step)).flatMap(Execution::webUi);
    }

    /** Spark's web pages on what runs. */
    Stream<URI> webUis() {
        return executions.values().stream().flatMap(execution -> execution.webUi().stream());
    }

    /** Stops what runs and leaves the state as it is: the next one who opens it goes on from there. */
    void close() {
        signal.close();
        stopAll();
        Instant deadline = Instant.now().plus(CLOSE);
        threads.values().forEach(thread -> join(thread, deadline));
    }

    private void live() {
        while (!isClosed()) {
            try {
                if (ClusterChange.of(state, id, ClusterRun::mustBootstrap)) {
                    bootstrap();
                }
                work();
                return;
            } catch (RuntimeException | IOException e) {
                // PostgreSQL does not answer, or the disk is full: neither ends a cluster.
                await(Optional.empty());
            }
        }
    }

    private void work() throws IOException {
        ClusterRecord record = record();
        ClusterEnvironment environment = new ClusterEnvironment(s3, record, ClusterFolders.of(folder, record));
        while (!isClosed()) {
            Turn turn = ClusterChange.of(state, id, change -> new StepQueue(change).next());
            turn.steps().forEach(step -> begin(step, environment));
            if (turn.ending()) {
                end(environment.folders());
                return;
            }
            await(turn.wake());
        }
    }

    private static boolean mustBootstrap(ClusterChange change) {
        ClusterState state = change.record().state();
        if (state == ClusterState.STARTING || state == ClusterState.BOOTSTRAPPING) {
            change.enter(ClusterState.BOOTSTRAPPING, "Running bootstrap actions");
            return true;
        }
        return false;
    }

    private void bootstrap() throws IOException {
        ClusterRecord record = record();
        ClusterFolders folders = ClusterFolders.of(folder, record);
        folders.create();
        List<BootstrapActionConfig> actions =
                state.read(handle -> new ClusterRecords(handle).request(id)).bootstrapActions();
        String primary = state.read(handle -> new InstanceRecords(handle, id).primary());
        Bootstrap bootstrap = new Bootstrap(drivers, new ClusterEnvironment(s3, record, folders), primary);
        Optional<Bootstrap.Failure> failure = bootstrap.run(actions, this::register);
        executions.remove(BOOTSTRAP);
        failure.filter(reason -> !isClosed())
                .ifPresent(reason -> ClusterChange.of(state, id, change -> {
                    change.terminate(ClusterStateChangeReasonCode.BOOTSTRAP_FAILURE, reason.message(), reason.detail());
                    return true;
                }));
        if (isClosed()) {
            throw new IOException("Laguna ends while the cluster starts");
        }
    }

    /** Whoever asked for the cluster's end, or Laguna's, before there was something to stop is heard too. */
    private void register(Execution execution) {
        executions.put(BOOTSTRAP, execution);
        if (isClosed() || record().isEnding()) {
            execution.stop();
        }
    }

    void stopBootstrap() {
        stop(BOOTSTRAP);
    }

    private void begin(Step step, ClusterEnvironment environment) {
        ClusterFolders folders = environment.folders();
        Execution execution = new Execution(drivers, s3, folders.step(step.id()), folders.stepLogs(step.id()));
        executions.put(step.id(), execution);
        start(step.id(), () -> {
            End end = run(step, execution, environment);
            if (!(end instanceof End.Stopped && isClosed())) {
                write(step.id(), end, execution);
            }
            executions.remove(step.id());
            changed();
        });
    }

    private End run(Step step, Execution execution, ClusterEnvironment environment) {
        try {
            // Whoever cancelled it before there was something to stop is heard too.
            if (isClosed() || isCancelled(step.id())) {
                execution.stop();
            }
            return execution.run(() -> environment.step(step.id()).of(jarStep(step)));
        } catch (RuntimeException e) {
            return new End.Failed("The step could not be run.", e.toString(), -1);
        }
    }

    private boolean isCancelled(String step) {
        return state.read(handle -> new StepRecords(handle).find(id, step))
                .filter(now -> now.status().state() == StepState.RUNNING)
                .isEmpty();
    }

    /** Tried until PostgreSQL takes it: a step whose end is not written would never end. */
    private void write(String step, End end, Execution execution) {
        while (!isClosed() || !(end instanceof End.Stopped)) {
            try {
                ClusterChange.of(state, id, change -> write(new StepQueue(change), step, end, execution));
                return;
            } catch (RuntimeException e) {
                await(Optional.empty());
                if (isClosed()) {
                    return;
                }
            }
        }
    }

    private static boolean write(StepQueue queue, String step, End end, Execution execution) {
        if (end instanceof End.Completed) {
            queue.completed(step);
        } else if (end instanceof End.Failed failed) {
            queue.failed(
                    step,
                    FailureDetails.builder()
                            .reason(failed.reason())
                            .message(failed.message())
                            .logFile(execution.errorLog())
                            .build());
        } else {
            queue.stopped(step);
        }
        return true;
    }

    private static JarStep jarStep(Step step) {
        return new JarStep(
                step.name(),
                step.config().jar(),
                Optional.ofNullable(step.config().mainClass()),
                step.config().args(),
                step.config().properties());
    }

    private void end(ClusterFolders folders) throws IOException {
        stopAll();
        Instant deadline = Instant.now().plus(CLOSE);
        executions.keySet().forEach(step -> Optional.ofNullable(threads.get(step))
                .ifPresent(thread -> join(thread, deadline)));
        folders.deleteEphemeral();
        ClusterChange.of(state, id, change -> {
            change.end();
            return true;
        });
    }

    /** Each stop may take seconds: all at once. */
    private void stopAll() {
        List<Thread> stopping = executions.values().stream()
                .map(execution -> {
                    Thread thread = new Thread(execution::stop, "emr-stop-" + id);
                    thread.start();
                    return thread;
                })
                .toList();
        Instant deadline = Instant.now().plus(CLOSE);
        stopping.forEach(thread -> join(thread, deadline));
    }

    private ClusterRecord record() {
        return ClusterChange.of(state, id, ClusterChange::record);
    }

    private void await(Optional<Instant> wake) {
        Instant last = Instant.now().plus(LOOK_AGAIN);
        Instant until = wake.filter(last::isAfter).orElse(last);
        try {
            signal.await(Duration.between(Instant.now(), until));
        } catch (InterruptedException e) {
            signal.close();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return signal.isClosed();
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        threads.remove(name);
                    }
                },
                "emr-" + name);
        thread.setDaemon(true);
        threads.put(name, thread);
        thread.start();
    }

    private static void join(Thread thread, Instant deadline) {
        try {
            long millis = Duration.between(Instant.now(), deadline).toMillis();
            if (millis > 0) {
                thread.join(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
