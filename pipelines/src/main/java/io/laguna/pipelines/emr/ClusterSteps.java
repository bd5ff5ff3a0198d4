package io.laguna.pipelines.emr;

import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.follow.StepLogs;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Place.StepOrder;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.step.PipelineCode;
import io.laguna.pipelines.step.Step;
import io.laguna.pipelines.step.StepListener;
import io.laguna.pipelines.step.StepRunner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.StepCancellationOption;
import software.amazon.awssdk.services.emr.model.StepSummary;
import software.amazon.awssdk.services.s3.S3Client;

/** The steps of one run on a cluster of their own. */
public final class ClusterSteps implements StepRunner {
    private final EmrClient emr;
    private final ClusterRequests requests;
    private final Profile profile;
    private final StopSignal stop;
    private final Questions questions;
    private final StepLogs logs;
    private final StepListener listener;
    private final boolean inWaves;

    private Optional<String> cluster = Optional.empty();
    private final Map<String, Step> following = new ConcurrentHashMap<>();

    /** Creates the steps of one run. */
    public ClusterSteps(
            EmrClient emr,
            S3Client s3,
            Profile profile,
            Place.Cluster place,
            PipelineCode code,
            StepListener listener,
            StopSignal stop) {
        this.emr = emr;
        this.requests = new ClusterRequests(profile, place, code);
        this.profile = profile;
        this.stop = stop;
        this.questions = new Questions(profile.patience(), stop);
        this.logs = new StepLogs(s3, profile.patience(), stop);
        this.listener = listener;
        this.inWaves = place.order() == StepOrder.WAVES;
    }

    @Override
    public void prepare() {
        if (inWaves) {
            start(List.of());
        }
    }

    @Override
    public void run(List<List<Step>> waves) {
        stop.during(() -> runAll(waves));
    }

    /**
     * Stops the run. A call that is under way is answered first: the cluster that it makes has to be known to be ended.
     */
    @Override
    public void stop() {
        stop.give();
        terminate();
    }

    @Override
    public void close() {
        terminate();
    }

    private void runAll(List<List<Step>> waves) {
        if (inWaves) {
            waves.forEach(wave -> follow(add(wave)));
        } else {
            List<Step> all = waves.stream().flatMap(List::stream).toList();
            follow(cluster.isPresent() ? add(all) : begin(all));
        }
    }

    private synchronized void start(List<Step> steps) {
        stop.requireGoingOn();
        String id = emr.runJobFlow(requests.cluster(steps)).jobFlowId();
        cluster = Optional.of(id);
        listener.placed("cluster " + id);
    }

    private synchronized Map<String, Step> add(List<Step> wave) {
        stop.requireGoingOn();
        List<String> ids = emr.addJobFlowSteps(
                        request -> request.jobFlowId(cluster.orElseThrow()).steps(requests.steps(wave)))
                .stepIds();
        Map<String, Step> steps = new LinkedHashMap<>();
        for (int i = 0; i < wave.size(); i++) {
            steps.put(ids.get(i), wave.get(i));
        }
        return steps;
    }

    private Map<String, Step> begin(List<Step> steps) {
        start(steps);
        return ids(steps);
    }

    /**
     * Returns the steps by their IDs. RunJobFlow does not return the IDs of its steps, but the steps have the names
     * that the run gave them.
     */
    private Map<String, Step> ids(List<Step> steps) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (StepSummary summary : emr.listSteps(request -> request.clusterId(cluster.orElseThrow()))
                .steps()) {
            ids.put(summary.name(), summary.id());
        }
        Map<String, Step> found = new LinkedHashMap<>();
        steps.forEach(step -> found.put(ids.get(step.name()), step));
        return found;
    }

    private void follow(Map<String, Step> steps) {
        following.putAll(steps);
        new StepFollower(emr, cluster.orElseThrow(), profile.logUri(), questions, logs, listener).follow(steps);
        following.clear();
    }

    private synchronized void terminate() {
        cluster.ifPresent(id -> {
            cluster = Optional.empty();
            cancelSteps(id);
            emr.terminateJobFlows(request -> request.jobFlowIds(id));
        });
    }

    /** Cancels the steps that run, because the end of the cluster ends them only after a while. */
    private void cancelSteps(String id) {
        if (following.isEmpty()) {
            return;
        }
        try {
            emr.cancelSteps(request -> request.clusterId(id)
                    .stepIds(following.keySet())
                    .stepCancellationOption(StepCancellationOption.TERMINATE_PROCESS));
        } catch (SdkException e) {
            // The steps end with the cluster then.
            System.getLogger(ClusterSteps.class.getName()).log(System.Logger.Level.DEBUG, "CancelSteps", e);
        }
    }
}
