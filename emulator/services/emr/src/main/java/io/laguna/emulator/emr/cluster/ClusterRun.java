package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.ClusterRecords;
import io.laguna.emulator.emr.record.InstanceRecords;
import io.laguna.emulator.emr.record.StepRecords;
import io.laguna.emulator.emr.step.Execution;
import io.laguna.emulator.jobs.ChangeSignal;
import io.laguna.emulator.kit.log.Pace;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.driver.Drivers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.S3Client;

/** A living cluster: the thread that brings it from its start to its end, and those of its steps. */
public final class ClusterRun {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterRun.class);

    /** How long it takes at the most until something is noticed that nobody has said. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** How long the threads may take to end once their processes are gone. */
    private static final Duration CLOSE = Duration.ofSeconds(20);

    /** After the first failure of a row. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private static final String BOOTSTRAP = "bootstrap";

    private final String id;
    private final State state;
    private final Drivers drivers;
    private final S3Client s3;
    private final Path folder;
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final ChangeSignal signal = new ChangeSignal();
    private final Pace pace = new Pace(TRY_AGAIN, LOOK_AGAIN);
    /** Of the cluster's queue of YARN, where it has one: 0 before it is made. */
    private int share;

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
        stopAll(Execution::leave);
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
                if (!isClosed()) {
                    Duration pause = pace.slower();
                    LOG.warn("Cluster {} cannot go on; it tries again in {} s", id, pause.toSeconds(), e);
                    await(Optional.of(Instant.now().plus(pause)));
                }
            }
        }
    }

    private void work() throws IOException {
        ClusterRecord record = record();
        ClusterEnvironment environment = environment(record);
        followed().forEach(step -> begin(step, environment, StepRun::follow));
        while (!isClosed()) {
            queue().ifPresent(this::keepShare);
            Turn turn = ClusterChange.of(state, id, change -> new StepQueue(change).next());
            pace.again();
            turn.steps().forEach(step -> begin(step, environment, run -> run.run(environment)));
            if (turn.ending()) {
                end(environment.folders());
                return;
            }
            await(turn.wake());
        }
    }

    /** What runs on the cluster since an earlier process began it: everything else that runs was begun by this one. */
    private List<Step> followed() {
        return state
                .read(handle -> new StepRecords(handle).in(id, StepState.RUNNING, StepState.CANCEL_PENDING))
                .stream()
                .filter(step -> !executions.containsKey(step.id()))
                .toList();
    }

    /** Each change makes the scheduler read its configuration anew: only when there is one. */
    private void keepShare(YarnQueue queue) {
        int wanted = queue.share();
        if (share != wanted) {
            queue.put(wanted);
            share = wanted;
        }
    }

    private Optional<YarnQueue> queue() {
        return drivers.cluster().map(yarn -> new YarnQueue(yarn.resourceManager(), state, id));
    }

    private ClusterEnvironment environment(ClusterRecord record) {
        return new ClusterEnvironment(
                s3, record, ClusterFolders.of(folder, record), drivers.cluster().isPresent());
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
        ClusterEnvironment environment = environment(record);
        if (!environment.onYarn()) {
            environment.folders().create();
        }
        List<BootstrapActionConfig> actions =
                state.read(handle -> new ClusterRecords(handle).request(id)).bootstrapActions();
        String primary = state.read(handle -> new InstanceRecords(handle, id).primary());
        Bootstrap bootstrap = new Bootstrap(drivers, environment, primary);
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

    private void begin(Step step, ClusterEnvironment environment, Consumer<StepRun> work) {
        ClusterFolders folders = environment.folders();
        Execution execution = new Execution(drivers, s3, folders.step(step.id()), folders.stepLogs(step.id()));
        executions.put(step.id(), execution);
        start(step.id(), () -> {
            work.accept(new StepRun(id, step, execution, state, signal));
            executions.remove(step.id());
            if (!isClosed()) {
                folders.containerLogs().ifPresent(execution::collectContainerLogs);
            }
            changed();
        });
    }

    private void end(ClusterFolders folders) throws IOException {
        stopAll(Execution::stop);
        Instant deadline = Instant.now().plus(CLOSE);
        executions.keySet().forEach(step -> Optional.ofNullable(threads.get(step))
                .ifPresent(thread -> join(thread, deadline)));
        folders.deleteEphemeral();
        removeQueue();
        ClusterChange.of(state, id, change -> {
            change.end();
            return true;
        });
    }

    private void removeQueue() {
        try {
            if (queue().isPresent()) {
                queue().get().remove();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each stop may take seconds: all at once. */
    private void stopAll(Consumer<Execution> stop) {
        List<Thread> stopping = executions.values().stream()
                .map(execution -> {
                    Thread thread = new Thread(() -> stop.accept(execution), "emr-stop-" + id);
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
