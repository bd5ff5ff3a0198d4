package io.laguna.pipelines.emr;

import io.laguna.pipelines.follow.OverdueException;
import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.follow.StepLogs;
import io.laguna.pipelines.step.Step;
import io.laguna.pipelines.step.StepFailedException;
import io.laguna.pipelines.step.StepListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReason;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepStateChangeReason;
import software.amazon.awssdk.services.emr.model.StepStatus;
import software.amazon.awssdk.services.emr.model.StepSummary;

/**
 * The follower of a cluster's steps to their end.
 *
 * @param logUri where the cluster puts logs, with a slash at its end
 */
record StepFollower(
        EmrClient emr, String cluster, String logUri, Questions questions, StepLogs logs, StepListener listener) {

    /**
     * Waits until every step has completed.
     *
     * @param steps in their order by their IDs, at most ten, which is how many ListSteps filters by
     * @throws StepFailedException when one ended otherwise, or none of them in time
     */
    void follow(Map<String, Step> steps) {
        Set<String> completed = new HashSet<>();
        try {
            questions.until("The cluster " + cluster, questions.patience().deadline(), () -> states(steps), states -> {
                states.forEach(state -> note(steps.get(state.id()), state, completed));
                return completed.size() == steps.size();
            });
        } catch (OverdueException e) {
            Step step = steps.entrySet().stream()
                    .filter(entry -> !completed.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
            throw new StepFailedException(step, e.getMessage(), logUri + cluster + "/");
        }
    }

    /**
     * Returns the states in the order of the steps, where EMR has the latest first. A step that failed comes before one
     * that was cancelled, because the other may have been cancelled for it.
     */
    private List<StepSummary> states(Map<String, Step> steps) {
        List<String> ids = List.copyOf(steps.keySet());
        return emr.listSteps(request -> request.clusterId(cluster).stepIds(ids)).steps().stream()
                .sorted(Comparator.comparing(
                                (StepSummary summary) -> summary.status().state() != StepState.FAILED)
                        .thenComparing(summary -> ids.indexOf(summary.id())))
                .toList();
    }

    private void note(Step step, StepSummary summary, Set<String> completed) {
        switch (summary.status().state()) {
            case COMPLETED -> {
                if (completed.add(summary.id())) {
                    listener.succeeded(step, elapsed(summary.status()));
                }
            }
            case FAILED, CANCELLED, INTERRUPTED -> throw failure(step, summary);
            case PENDING, CANCEL_PENDING, RUNNING, UNKNOWN_TO_SDK_VERSION -> listener.changed(
                    step, summary.status().stateAsString());
        }
    }

    private static Duration elapsed(StepStatus status) {
        return Optional.ofNullable(status.timeline())
                .flatMap(timeline -> Optional.ofNullable(timeline.startDateTime())
                        .flatMap(start ->
                                Optional.ofNullable(timeline.endDateTime()).map(end -> Duration.between(start, end))))
                .orElse(Duration.ZERO);
    }

    private StepFailedException failure(Step step, StepSummary summary) {
        StepStatus status = summary.status();
        String reason = "EMR says " + status.stateAsString()
                + words(status).map(words -> ": " + words).orElseGet(this::clusterReason);
        if (status.state() == StepState.CANCELLED) {
            return new StepFailedException(step, reason);
        }
        String log = Optional.ofNullable(status.failureDetails())
                .map(FailureDetails::logFile)
                .orElse(logUri + cluster + "/steps/" + summary.id() + "/stderr.gz");
        return new StepFailedException(step, reason, logs.tell(log));
    }

    private static Optional<String> words(StepStatus status) {
        Optional<FailureDetails> details = Optional.ofNullable(status.failureDetails());
        List<String> words = Stream.of(
                        details.map(FailureDetails::reason),
                        details.map(FailureDetails::message),
                        Optional.ofNullable(status.stateChangeReason()).map(StepStateChangeReason::message))
                .flatMap(Optional::stream)
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    /** Returns the cluster's own reason. A cluster that cannot start cancels its steps without telling them why. */
    private String clusterReason() {
        Cluster described =
                emr.describeCluster(request -> request.clusterId(cluster)).cluster();
        return ". The cluster " + cluster + " is " + described.status().stateAsString()
                + Optional.ofNullable(described.status().stateChangeReason())
                        .map(ClusterStateChangeReason::message)
                        .map(message -> ": " + message)
                        .orElse("");
    }
}
