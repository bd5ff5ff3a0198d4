package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.ClusterRecords;
import io.laguna.emulator.emr.record.PolicyRecords;
import io.laguna.emulator.emr.record.Statuses;
import io.laguna.emulator.emr.record.StepRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.ErrorDetail;
import software.amazon.awssdk.services.emr.model.StepState;

/** One change of one cluster: all of it happens or nothing, and changes of a cluster happen one after the other. */
public final class ClusterChange {
    private final Handle handle;
    private final StepRecords steps;
    private final Instant now;
    private ClusterRecord record;

    private ClusterChange(Handle handle, ClusterRecord record) {
        this.handle = handle;
        this.steps = new StepRecords(handle);
        // PostgreSQL keeps microseconds, and clients show milliseconds.
        this.now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        this.record = record;
    }

    /** Changes a cluster that is known to be there. */
    public static <T> T of(State state, String id, Function<ClusterChange, T> work) {
        return state.write(handle -> new ClusterRecords(handle)
                .lock(id)
                .map(record -> new ClusterChange(handle, record).run(work))
                .orElseThrow(() -> new IllegalStateException("There is no cluster " + id)));
    }

    /**
     * Changes a caller's cluster.
     *
     * @param missing thrown when the caller has no such cluster
     */
    public static <T> T of(
            State state,
            Caller caller,
            String id,
            Supplier<? extends RuntimeException> missing,
            Function<ClusterChange, T> work) {
        return state.write(handle -> new ClusterRecords(handle)
                .lock(Optional.ofNullable(id).orElse(""))
                .filter(record -> record.owner().equals(caller))
                .map(record -> new ClusterChange(handle, record).run(work))
                .orElseThrow(missing));
    }

    private <T> T run(Function<ClusterChange, T> work) {
        ClusterRecord before = record;
        T result = work.apply(this);
        if (!record.equals(before)) {
            new ClusterRecords(handle).save(record);
        }
        return result;
    }

    public Handle handle() {
        return handle;
    }

    StepRecords steps() {
        return steps;
    }

    PolicyRecords policies() {
        return new PolicyRecords(handle, record.id());
    }

    public ClusterRecord record() {
        return record;
    }

    public Cluster cluster() {
        return record.cluster();
    }

    /** Tells whether the cluster was asked for as one that ends with its last step. */
    boolean isTransient() {
        return !Boolean.TRUE.equals(
                new ClusterRecords(handle).request(record.id()).instances().keepJobFlowAliveWhenNoSteps());
    }

    /** Tells whether the cluster was asked for without steps, so that its client adds them one by one. */
    boolean getsStepsLater() {
        return new ClusterRecords(handle).request(record.id()).steps().isEmpty();
    }

    /** The moment of the change. */
    public Instant now() {
        return now;
    }

    void set(Cluster cluster) {
        record = record.with(cluster);
    }

    /**
     * Brings the cluster into a state before its end. Nothing happens when the cluster is in that state, with the same
     * message, or ends already.
     */
    void enter(ClusterState state, String message) {
        boolean same = record.state() == state
                && message.equals(cluster().status().stateChangeReason().message());
        if (same || record.isEnding()) {
            return;
        }
        boolean idle = state == ClusterState.WAITING;
        Optional<Instant> since = record.idleSince().isPresent() ? record.idleSince() : Optional.of(now);
        record = record.with(Statuses.cluster(cluster(), state, message, now), idle ? since : Optional.empty());
    }

    /** Begins the cluster's end, unless it has begun: steps that have not run will not. */
    void terminate(ClusterStateChangeReasonCode code, String message) {
        if (record.isEnding()) {
            return;
        }
        record = record.with(Statuses.ending(cluster(), code, message, now), Optional.empty());
        cancelPending("Job terminated");
    }

    /** Begins the cluster's end for an error that AWS describes with details. */
    void terminate(ClusterStateChangeReasonCode code, String message, ErrorDetail detail) {
        if (!record.isEnding()) {
            terminate(code, message);
            set(cluster().copy(copy -> copy.status(cluster().status().copy(status -> status.errorDetails(detail)))));
        }
    }

    /** Brings the cluster into its last state, once nothing of it runs any more. */
    void end() {
        ClusterStateChangeReasonCode code =
                cluster().status().stateChangeReason().code();
        boolean inOrder = code == ClusterStateChangeReasonCode.USER_REQUEST
                || code == ClusterStateChangeReasonCode.ALL_STEPS_COMPLETED
                || StepQueue.COMPLETED_WITH_ERRORS.equals(
                        cluster().status().stateChangeReason().message());
        record = record.with(Statuses.ended(cluster(), !inOrder, now), Optional.empty());
    }

    void cancelPending(String message) {
        steps.in(record.id(), StepState.PENDING)
                .forEach(step -> steps.save(Statuses.ended(step, StepState.CANCELLED, message, now)));
    }
}
