package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.Statuses;
import io.laguna.emulator.emr.record.StepRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;

/**
 * The steps of a cluster: whose turn it is, and what the end of one means for the others and the cluster.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/APIReference/API_StepConfig.html">ActionOnFailure</a>
 */
final class StepQueue {
    /** The reason of a transient cluster with a failed step: as on AWS, it is TERMINATED all the same. */
    static final String COMPLETED_WITH_ERRORS = "Steps completed with errors";

    private static final String READY = "Cluster ready ";

    private final ClusterChange change;
    private final StepRecords steps;
    private final String cluster;

    StepQueue(ClusterChange change) {
        this.change = change;
        this.steps = change.steps();
        this.cluster = change.record().id();
    }

    /**
     * Gives as many steps their turn as may run at once, and brings the cluster's state in line.
     *
     * @param grace how long a cluster that was asked for without steps waits for its first one, and for the next one. On AWS
     *     it takes minutes to start, and clients add steps meanwhile; some add each one when they have seen the end of
     *     the one before
     */
    Turn next(Duration grace) {
        if (change.record().isEnding()) {
            return Turn.END;
        }
        int running =
                steps.in(cluster, StepState.RUNNING, StepState.CANCEL_PENDING).size();
        List<Step> begun = steps.in(cluster, StepState.PENDING).stream()
                .limit(Math.max(0, concurrency() - running))
                .map(step -> Statuses.started(step, change.now()))
                .toList();
        begun.forEach(steps::save);
        if (running + begun.size() > 0) {
            change.enter(ClusterState.RUNNING, "Running step");
            return Turn.start(begun);
        }
        return idle(grace);
    }

    private Turn idle(Duration grace) {
        List<Step> all = steps.all(cluster);
        Optional<Step> last = all.stream()
                .filter(step -> Optional.ofNullable(step.status().timeline().endDateTime())
                        .isPresent())
                .max(Comparator.comparing(step -> step.status().timeline().endDateTime()));
        Instant patience = last.map(step -> step.status().timeline().endDateTime())
                .orElse(change.cluster().status().timeline().creationDateTime())
                .plus(grace);
        if (change.cluster().autoTerminate()
                && change.isTransient()
                && change.getsStepsLater()
                && patience.isAfter(change.now())) {
            change.enter(ClusterState.WAITING, ready(last));
            return Turn.idle(Optional.of(patience));
        }
        if (change.cluster().autoTerminate() && !isHeld(last)) {
            boolean failed = !steps.in(cluster, StepState.FAILED).isEmpty();
            change.terminate(
                    failed
                            ? ClusterStateChangeReasonCode.STEP_FAILURE
                            : ClusterStateChangeReasonCode.ALL_STEPS_COMPLETED,
                    failed ? COMPLETED_WITH_ERRORS : "Steps completed");
            return Turn.END;
        }
        change.enter(ClusterState.WAITING, ready(last));
        return change.policies()
                .autoTermination()
                .map(policy -> Duration.ofSeconds(policy.idleTimeout()))
                .map(this::idleUntil)
                .orElse(Turn.idle(Optional.empty()));
    }

    private static String ready(Optional<Step> last) {
        return READY
                + last.map(step -> "after last step " + ending(step) + ".").orElse("to run steps.");
    }

    private Turn idleUntil(Duration timeout) {
        Instant end = change.record().idleSince().orElse(change.now()).plus(timeout);
        if (end.isAfter(change.now())) {
            return Turn.idle(Optional.of(end));
        }
        change.terminate(
                ClusterStateChangeReasonCode.ALL_STEPS_COMPLETED,
                "Terminated by the auto-termination policy after " + timeout.toSeconds() + " seconds without a step");
        return Turn.END;
    }

    /** A step that would have ended a protected cluster leaves it waiting instead. */
    private boolean isHeld(Optional<Step> last) {
        return change.cluster().terminationProtected()
                && last.filter(step -> step.status().state() == StepState.FAILED)
                        .filter(StepQueue::terminates)
                        .isPresent();
    }

    void completed(String id) {
        find(id).ifPresent(step -> steps.save(Statuses.ended(step, StepState.COMPLETED, "", change.now())));
    }

    void failed(String id, FailureDetails details) {
        find(id).ifPresent(step -> {
            steps.save(Statuses.failed(step, details, change.now()));
            actOn(step);
        });
    }

    /** Ends a step that was stopped: because somebody cancelled it, or because its cluster ends. */
    void stopped(String id) {
        find(id).ifPresent(step -> {
            boolean cancelled = step.status().state() == StepState.CANCEL_PENDING;
            steps.save(Statuses.ended(
                    step,
                    cancelled ? StepState.CANCELLED : StepState.INTERRUPTED,
                    cancelled ? "Cancelled by user" : "Job terminated",
                    change.now()));
        });
    }

    private Optional<Step> find(String id) {
        return steps.find(cluster, id)
                .filter(step -> step.status().state() == StepState.RUNNING
                        || step.status().state() == StepState.CANCEL_PENDING);
    }

    /** Does what a failed step asks for. "Pending steps … are not canceled" where several run at once. */
    private void actOn(Step failed) {
        if (change.record().isEnding() || concurrency() > 1) {
            return;
        }
        if (terminates(failed) && !change.cluster().terminationProtected()) {
            change.terminate(ClusterStateChangeReasonCode.STEP_FAILURE, "Shut down as step failed");
        } else if (failed.actionOnFailure() != ActionOnFailure.CONTINUE) {
            change.cancelPending("");
        }
    }

    private int concurrency() {
        return Objects.requireNonNullElse(change.cluster().stepConcurrencyLevel(), 1);
    }

    private static boolean terminates(Step step) {
        return step.actionOnFailure() == ActionOnFailure.TERMINATE_CLUSTER
                || step.actionOnFailure() == ActionOnFailure.TERMINATE_JOB_FLOW;
    }

    private static String ending(Step step) {
        return switch (step.status().state()) {
            case COMPLETED -> "completed";
            case FAILED -> "failed";
            case CANCELLED, INTERRUPTED -> "cancelled";
            case PENDING, CANCEL_PENDING, RUNNING, UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException(
                    step.id() + " has not ended");
        };
    }
}
