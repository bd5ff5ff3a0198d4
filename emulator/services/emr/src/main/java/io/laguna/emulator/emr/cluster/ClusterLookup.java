package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.ClusterRecords;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Finds the caller's clusters for the operations that are named after clusters. */
public record ClusterLookup(Caller caller, State state) {
    /**
     * Finds the cluster of this id.
     *
     * @throws software.amazon.awssdk.services.emr.model.InvalidRequestException when the caller has no such cluster
     */
    public ClusterRecord known(String id) {
        return state.read(handle -> known(handle, id));
    }

    /** Finds the cluster of this id like {@link #known(String)}, over an open connection. */
    public ClusterRecord known(Handle handle, String id) {
        if (id == null) {
            throw Failures.missing("clusterId");
        }
        return find(handle, id).orElseThrow(() -> Failures.noCluster(id));
    }

    private Optional<ClusterRecord> find(Handle handle, String id) {
        return new ClusterRecords(handle).find(caller, id);
    }

    /** Changes a cluster that is to be the caller's. */
    public <T> T change(String id, Function<ClusterChange, T> work) {
        return ClusterChange.of(state, caller, id, () -> Failures.noCluster(id), work);
    }
}
