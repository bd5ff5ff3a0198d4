package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.ClusterRecords;
import io.laguna.emulator.emr.record.InstanceRecords;
import io.laguna.emulator.emr.record.StepRecords;
import io.laguna.emulator.emr.step.Controller;
import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.jobs.RunningJobs;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import io.laguna.engines.driver.Drivers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A living cluster: the worker that brings it from its start to its end, and the steps that run on it. PostgreSQL that does
 * not answer, or a full disk, does not end a cluster.
 */
public final class ClusterRun {
    /** How long it takes at the most until something is noticed that nobody has said. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final String id;
    private final State state;
    private final Drivers drivers;
    private final S3Client s3;
    private final Path folder;
    private final Duration grace;
    private final Runnable ended;
    private final Worker worker;
    private final RunningJobs<StepRun> steps = new RunningJobs<>("emr", Execution::leave);
    private volatile Optional<Execution> bootstrap = Optional.empty();
    /** The share of the cluster's queue of YARN, where it has one: 0 before it is made. */
    private int share;

    /**
     * Creates the life of a cluster that the state knows.
     *
     * @param grace how long it waits for the next step when it was asked for without steps and is to end
     * @param ended called when there is nothing left to do for the cluster
     */
    ClusterRun(String id, State state, Drivers drivers, S3Client s3, Path folder, Duration grace, Runnable ended) {
        this.id = id;
        this.state = state;
        this.drivers = drivers;
        this.s3 = s3;
        this.folder = folder;
        this.grace = grace;
        this.ended = ended;
        this.worker = new Worker("emr-" + id, this::turn);
    }

    /** Begins to live. */
    void begin() {
        worker.start();
    }

    /** Notices that something about the cluster has changed in the state. */
    void changed() {
        worker.wake();
    }

    /** Stops a step, in the background: the step itself writes its end. */
    void stop(String step) {
        steps.stop(step);
    }

    /** Stops the bootstrap action that runs, in the background. */
    void stopBootstrap() {
        bootstrap.ifPresent(action -> Worker.once("emr-stop-bootstrap-" + id, action::stop));
    }

    /** Returns Spark's web page on a step that runs. */
    Optional<URI> webUi(String step) {
        return steps.find(step).flatMap(run -> run.execution().webUi());
    }

    /** Returns Spark's web pages on all steps that run. */
    Stream<URI> webUis() {
        return steps.all().stream().flatMap(run -> run.execution().webUi().stream());
    }

    /** Stops what runs and leaves the state as it is: the next one who opens it goes on from there. */
    void close() {
        worker.end();
        bootstrap.ifPresent(Execution::leave);
        steps.close();
        worker.close();
    }

    private Optional<Duration> turn() throws IOException {
        if (ClusterChange.of(state, id, ClusterRun::mustBootstrap)) {
            bootstrap();
        }
        ClusterEnvironment environment = environment(record());
        followed()
                .forEach(
                        step -> begin(step, environment, run -> run.controller().follow()));
        queue().ifPresent(this::keepShare);
        Turn turn = ClusterChange.of(state, id, change -> new StepQueue(change).next(grace));
        turn.steps()
                .forEach(step ->
                        begin(step, environment, run -> run.controller().begin(environment.notes(), () -> environment
                                .step(run.id())
                                .of(run.jarStep()))));
        if (turn.ending()) {
            end(environment.folders());
            ended.run();
            return Optional.empty();
        }
        Duration wake =
                turn.wake().map(time -> Duration.between(Instant.now(), time)).orElse(LOOK_AGAIN);
        return Optional.of(wake.compareTo(LOOK_AGAIN) < 0 ? wake : LOOK_AGAIN);
    }

    /**
     * Returns the steps that run on YARN since an earlier process began them: this one knows all others that run. It is
     * asked first which ones it knows, since a step is forgotten only when its end is in the state.
     */
    private List<Step> followed() {
        Set<String> known = steps.all().stream().map(StepRun::id).collect(Collectors.toSet());
        return state
                .read(handle -> new StepRecords(handle).in(id, StepState.RUNNING, StepState.CANCEL_PENDING))
                .stream()
                .filter(step -> !known.contains(step.id()))
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
                s3, record, ClusterFolders.of(folder, record), drivers.cluster().isPresent(), drivers.homeRefusal());
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
        Optional<Bootstrap.Failure> failure = new Bootstrap(drivers, environment, primary).run(actions, this::register);
        bootstrap = Optional.empty();
        if (worker.isEnding()) {
            throw new IOException("Laguna ends while the cluster starts");
        }
        failure.ifPresent(reason -> ClusterChange.of(state, id, change -> {
            change.terminate(ClusterStateChangeReasonCode.BOOTSTRAP_FAILURE, reason.message(), reason.detail());
            return true;
        }));
    }

    /** Whoever asked for the cluster's end, or Laguna's, before there was something to stop is heard too. */
    private void register(Execution action) {
        bootstrap = Optional.of(action);
        if (worker.isEnding() || record().isEnding()) {
            action.stop();
        }
    }

    private void begin(Step step, ClusterEnvironment environment, Consumer<StepRun> beginning) {
        ClusterFolders folders = environment.folders();
        Controller controller = new Controller(drivers, s3, folders.step(step.id()), folders.stepLogs(step.id()));
        steps.begin(new StepRun(id, step, controller, state, beginning, run -> {
            folders.containerLogs().ifPresent(run.controller()::collectContainerLogs);
            changed();
        }));
    }

    private void end(ClusterFolders folders) throws IOException {
        steps.stopAll();
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

    private ClusterRecord record() {
        return ClusterChange.of(state, id, ClusterChange::record);
    }
}
