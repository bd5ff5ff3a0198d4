package io.laguna.emulator.redshift.record;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.redshift.model.Cluster;

/**
 * A cluster in the state.
 *
 * @param namespace the folder of its data
 * @param password the digest of a password that the engine is to be told, sealed
 * @param snapshot the snapshot that its data are to be made of
 * @param renamed the name that it is to have
 */
public record ClusterRecord(
        UUID namespace,
        Caller owner,
        Cluster cluster,
        int port,
        Optional<String> password,
        Optional<UUID> snapshot,
        Optional<String> renamed) {
    public String identifier() {
        return cluster.clusterIdentifier();
    }

    public String status() {
        return cluster.clusterStatus();
    }

    /** Returns this cluster with a changed description. */
    public ClusterRecord with(UnaryOperator<Cluster.Builder> change) {
        return new ClusterRecord(
                namespace, owner, change.apply(cluster.toBuilder()).build(), port, password, snapshot, renamed);
    }

    /** Returns this cluster in a status, in which it is available to clients or not. */
    public ClusterRecord in(String status) {
        String availability =
                status.equals("available") ? "Available" : status.equals("paused") ? "Paused" : "Modifying";
        return with(cluster -> cluster.clusterStatus(status).clusterAvailabilityStatus(availability));
    }

    public ClusterRecord withPassword(Optional<String> sealed) {
        return new ClusterRecord(namespace, owner, cluster, port, sealed, snapshot, renamed);
    }

    public ClusterRecord withPort(int other) {
        return new ClusterRecord(namespace, owner, cluster, other, password, snapshot, renamed);
    }

    public ClusterRecord withRenamed(Optional<String> name) {
        return new ClusterRecord(namespace, owner, cluster, port, password, snapshot, name);
    }

    /** Returns this cluster when its data have been made. */
    public ClusterRecord made() {
        return new ClusterRecord(namespace, owner, cluster, port, Optional.empty(), Optional.empty(), renamed);
    }

    /** Returns {@code arn:aws:redshift:…:cluster:identifier}. */
    public String arn() {
        return owner.arn("redshift", "cluster:" + identifier());
    }
}
