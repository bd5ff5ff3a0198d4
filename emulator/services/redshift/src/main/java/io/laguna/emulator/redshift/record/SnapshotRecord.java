package io.laguna.emulator.redshift.record;

import io.laguna.emulator.kit.Caller;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.redshift.model.Snapshot;

/**
 * A snapshot in the state.
 *
 * @param id the folder of the copy
 * @param source the cluster, or the snapshot, that it is a copy of
 */
public record SnapshotRecord(UUID id, Caller owner, UUID source, Snapshot snapshot) {
    public String identifier() {
        return snapshot.snapshotIdentifier();
    }

    public String status() {
        return snapshot.status();
    }

    public SnapshotRecord with(UnaryOperator<Snapshot.Builder> change) {
        return new SnapshotRecord(
                id, owner, source, change.apply(snapshot.toBuilder()).build());
    }

    /** Returns {@code arn:aws:redshift:…:snapshot:cluster/identifier}. */
    public String arn() {
        return snapshot.snapshotArn();
    }
}
