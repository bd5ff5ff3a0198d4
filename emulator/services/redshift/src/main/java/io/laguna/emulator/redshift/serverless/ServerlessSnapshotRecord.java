package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.redshiftserverless.model.Snapshot;

/**
 * A snapshot of a namespace in the state.
 *
 * @param id the folder of the copy
 * @param namespace the folder that it is a copy of
 */
record ServerlessSnapshotRecord(UUID id, Caller owner, UUID namespace, Snapshot snapshot) {
    ServerlessSnapshotRecord with(UnaryOperator<Snapshot.Builder> change) {
        return new ServerlessSnapshotRecord(
                id, owner, namespace, change.apply(snapshot.toBuilder()).build());
    }
}
