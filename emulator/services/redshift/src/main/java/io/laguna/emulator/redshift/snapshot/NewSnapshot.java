package io.laguna.emulator.redshift.snapshot;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.SnapshotRecord;
import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.Snapshot;

/** The description of a snapshot that is being made of a cluster. */
public final class NewSnapshot {
    private NewSnapshot() {}

    /**
     * Returns a snapshot whose data have yet to be copied.
     *
     * @param type {@code manual} or {@code automated}
     * @param days how long it is kept; -1 for ever
     */
    public static SnapshotRecord of(ClusterRecord record, String identifier, String type, int days, Instant now) {
        Cluster cluster = record.cluster();
        Snapshot snapshot = Snapshot.builder()
                .snapshotIdentifier(identifier)
                .clusterIdentifier(record.identifier())
                .snapshotCreateTime(now)
                .status("creating")
                .port(record.port())
                .availabilityZone(cluster.availabilityZone())
                .clusterCreateTime(cluster.clusterCreateTime())
                .masterUsername(cluster.masterUsername())
                .clusterVersion(cluster.clusterVersion())
                .snapshotType(type)
                .nodeType(cluster.nodeType())
                .numberOfNodes(cluster.numberOfNodes())
                .dbName(cluster.dbName())
                .vpcId(cluster.vpcId())
                .encrypted(cluster.encrypted())
                .kmsKeyId(cluster.kmsKeyId())
                .encryptedWithHSM(false)
                .ownerAccount(record.owner().accountId())
                .totalBackupSizeInMegaBytes(0.0)
                .actualIncrementalBackupSizeInMegaBytes(0.0)
                .backupProgressInMegaBytes(0.0)
                .currentBackupRateInMegaBytesPerSecond(0.0)
                .estimatedSecondsToCompletion(0L)
                .elapsedTimeInSeconds(0L)
                .restorableNodeTypes(cluster.nodeType())
                .enhancedVpcRouting(cluster.enhancedVpcRouting())
                .maintenanceTrackName(cluster.maintenanceTrackName())
                .manualSnapshotRetentionPeriod(days)
                .snapshotRetentionStartTime(now)
                .masterPasswordSecretArn(cluster.masterPasswordSecretArn())
                .snapshotArn(arn(record.owner(), record.identifier(), identifier))
                .build();
        return new SnapshotRecord(UUID.randomUUID(), record.owner(), record.namespace(), snapshot);
    }

    static String arn(Caller owner, String cluster, String snapshot) {
        return owner.arn("redshift", "snapshot:" + cluster + "/" + snapshot);
    }
}
