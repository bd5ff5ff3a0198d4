package io.laguna.emulator.emr.record;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReason;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.ClusterStatus;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepStateChangeReason;
import software.amazon.awssdk.services.emr.model.StepStatus;

/**
 * States of clusters and steps with their reasons and timelines.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-overview.html">The life of a cluster</a>
 */
public final class Statuses {
    private Statuses() {}

    /** A state that has a message for people and no code, as all have before the end. */
    public static Cluster cluster(Cluster cluster, ClusterState state, String message, Instant now) {
        return cluster(
                cluster,
                state,
                ClusterStateChangeReason.builder().message(message).build(),
                now);
    }

    public static Cluster ending(Cluster cluster, ClusterStateChangeReasonCode code, String message, Instant now) {
        return cluster(
                cluster,
                ClusterState.TERMINATING,
                ClusterStateChangeReason.builder().code(code).message(message).build(),
                now);
    }

    /** The last state, with the reason that it ends for. */
    public static Cluster ended(Cluster cluster, boolean withErrors, Instant now) {
        ClusterState state = withErrors ? ClusterState.TERMINATED_WITH_ERRORS : ClusterState.TERMINATED;
        Cluster ended = cluster(cluster, state, cluster.status().stateChangeReason(), now);
        return ended.copy(copy -> copy.status(ended.status()
                .copy(status -> status.timeline(ended.status().timeline().copy(time -> time.endDateTime(now))))));
    }

    private static Cluster cluster(Cluster cluster, ClusterState state, ClusterStateChangeReason reason, Instant now) {
        boolean ready = state == ClusterState.RUNNING || state == ClusterState.WAITING;
        ClusterStatus.Builder status = cluster.status().toBuilder().state(state).stateChangeReason(reason);
        boolean first =
                Optional.ofNullable(cluster.status().timeline().readyDateTime()).isEmpty();
        if (ready && first) {
            status.timeline(cluster.status().timeline().copy(time -> time.readyDateTime(now)));
        }
        return cluster.copy(copy -> copy.status(status.build()));
    }

    public static Step started(Step step, Instant now) {
        return step.copy(copy -> copy.status(step.status().copy(status -> status.state(StepState.RUNNING)
                .timeline(step.status().timeline().copy(time -> time.startDateTime(now))))));
    }

    public static Step inState(Step step, StepState state) {
        return step.copy(copy -> copy.status(step.status().copy(status -> status.state(state))));
    }

    public static Step failed(Step step, FailureDetails details, Instant now) {
        Step ended = ended(step, StepState.FAILED, "", now);
        return ended.copy(copy -> copy.status(ended.status().copy(status -> status.failureDetails(details))));
    }

    /**
     * A step at its end.
     *
     * @param message empty where there is nothing to say
     */
    public static Step ended(Step step, StepState state, String message, Instant now) {
        StepStatus.Builder status = step.status().toBuilder()
                .state(state)
                .timeline(step.status().timeline().copy(time -> time.endDateTime(now)));
        if (!message.isEmpty()) {
            status.stateChangeReason(
                    StepStateChangeReason.builder().message(message).build());
        }
        return step.copy(copy -> copy.status(status.build()));
    }
}
