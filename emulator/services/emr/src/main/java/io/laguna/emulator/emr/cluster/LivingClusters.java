package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.ClusterRecords;
import io.laguna.emulator.emr.record.StepRecords;
import io.laguna.emulator.emr.step.Controller;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.driver.Drivers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.S3Client;

/** The clusters that have not ended: their threads. The truth about them is in the state. */
public final class LivingClusters {
    private static final String LAGUNA_ENDED = "Laguna ended while this step ran, and its processes with it.";

    private final State state;
    private final Drivers drivers;
    private final S3Client s3;
    private final Path folder;
    private final Duration grace;
    private final Map<String, ClusterRun> runs = new ConcurrentHashMap<>();

    /**
     * Creates the living clusters, of which none is begun.
     *
     * @param grace how long a cluster waits for the next step when it was asked for without steps and is to end
     */
    public LivingClusters(State state, Drivers drivers, S3Client s3, Path folder, Duration grace) {
        this.state = state;
        this.drivers = drivers;
        this.s3 = s3;
        this.folder = folder;
        this.grace = grace;
    }

    /** Goes on with what an earlier process left: what ran then has failed, unless it
     * runs on the cluster, what waited has its turn. */
    public void resume() {
        List<String> left = state.read(handle -> new ClusterRecords(handle).unfinished());
        left.forEach(this::recover);
        drivers.cluster().ifPresent(yarn -> YarnQueue.sweep(yarn.resourceManager(), left));
        left.forEach(this::begin);
    }

    /** Brings a cluster of the state to life. */
    void begin(String id) {
        ClusterRun run = new ClusterRun(id, state, drivers, s3, folder, grace, () -> runs.remove(id));
        runs.put(id, run);
        run.begin();
    }

    /** Tells a cluster that the state says something new about it. */
    void changed(String id) {
        with(id, ClusterRun::changed);
    }

    /** Tells a cluster that the state says that it ends. */
    void ending(String id) {
        with(id, run -> {
            run.stopBootstrap();
            run.changed();
        });
    }

    /** Stops a step that the state says is to be cancelled. */
    void stop(String id, String step) {
        with(id, run -> run.stop(step));
    }

    /** Spark's web page on a cluster's step that runs; of the first one that has one, where no step is named. */
    public Optional<URI> webUi(String id, Optional<String> step) {
        Optional<ClusterRun> run = Optional.ofNullable(runs.get(id));
        return step.isPresent()
                ? run.flatMap(living -> living.webUi(step.get()))
                : run.flatMap(living -> living.webUis().findFirst());
    }

    /** Stops what runs; the state stays as it is. */
    public void close() {
        List<Thread> closing = runs.values().stream()
                .map(run -> new Thread(run::close, "emr-close"))
                .toList();
        closing.forEach(Thread::start);
        closing.forEach(LivingClusters::join);
    }

    private void with(String id, Consumer<ClusterRun> work) {
        Optional.ofNullable(runs.get(id)).ifPresent(work);
    }

    private void recover(String id) {
        ClusterRecord record = ClusterChange.of(state, id, ClusterChange::record);
        ClusterFolders folders = ClusterFolders.of(folder, record);
        List<Step> running =
                state.read(handle -> new StepRecords(handle).in(id, StepState.RUNNING, StepState.CANCEL_PENDING));
        running.stream()
                .filter(step -> step.status().state() == StepState.CANCEL_PENDING
                        || !drivers.isOnCluster(folders.step(step.id())))
                .forEach(step -> recover(record, step, folders));
    }

    /** Ends a step that ran when Laguna ended; the logs first: whoever sees the state finds them. */
    private void recover(ClusterRecord record, Step step, ClusterFolders folders) {
        drivers.endOnCluster(folders.step(step.id()));
        Controller controller = new Controller(drivers, s3, folders.step(step.id()), folders.stepLogs(step.id()));
        controller.abandon(LAGUNA_ENDED);
        ClusterChange.of(state, record.id(), change -> {
            StepQueue queue = new StepQueue(change);
            if (change.record().isEnding() || step.status().state() == StepState.CANCEL_PENDING) {
                queue.stopped(step.id());
            } else {
                queue.failed(
                        step.id(),
                        FailureDetails.builder()
                                .reason(LAGUNA_ENDED)
                                .message(LAGUNA_ENDED)
                                .logFile(controller.execution().logs().errorLog())
                                .build());
            }
            return true;
        });
    }

    private static void join(Thread thread) {
        try {
            // Every wait behind it has a deadline.
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
