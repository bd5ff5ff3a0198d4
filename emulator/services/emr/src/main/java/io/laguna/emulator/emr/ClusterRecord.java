package io.laguna.emulator.emr;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;

/**
 * A cluster in the state.
 *
 * @param owner the account and region it belongs to
 * @param idleSince since when it waits for steps
 */
record ClusterRecord(Caller owner, Cluster cluster, Optional<Instant> idleSince) {
    private static final Set<ClusterState> ENDING =
            Set.of(ClusterState.TERMINATING, ClusterState.TERMINATED, ClusterState.TERMINATED_WITH_ERRORS);

    String id() {
        return cluster.id();
    }

    ClusterState state() {
        return cluster.status().state();
    }

    /** Whether it takes no more work. */
    boolean isEnding() {
        return ENDING.contains(state());
    }

    boolean hasEnded() {
        return isEnding() && state() != ClusterState.TERMINATING;
    }

    ClusterRecord with(Cluster changed) {
        return new ClusterRecord(owner, changed, idleSince);
    }

    ClusterRecord with(Cluster changed, Optional<Instant> idle) {
        return new ClusterRecord(owner, changed, idle);
    }
}
