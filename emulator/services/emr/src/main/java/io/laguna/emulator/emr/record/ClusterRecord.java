package io.laguna.emulator.emr.record;

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
public record ClusterRecord(Caller owner, Cluster cluster, Optional<Instant> idleSince) {
    private static final Set<ClusterState> ENDING =
            Set.of(ClusterState.TERMINATING, ClusterState.TERMINATED, ClusterState.TERMINATED_WITH_ERRORS);

    public String id() {
        return cluster.id();
    }

    public ClusterState state() {
        return cluster.status().state();
    }

    /** Whether it takes no more work. */
    public boolean isEnding() {
        return ENDING.contains(state());
    }

    public boolean hasEnded() {
        return isEnding() && state() != ClusterState.TERMINATING;
    }

    public ClusterRecord with(Cluster changed) {
        return new ClusterRecord(owner, changed, idleSince);
    }

    public ClusterRecord with(Cluster changed, Optional<Instant> idle) {
        return new ClusterRecord(owner, changed, idle);
    }
}
