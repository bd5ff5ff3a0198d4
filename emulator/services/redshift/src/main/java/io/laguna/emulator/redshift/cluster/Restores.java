package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.SnapshotRecord;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.server.ClusterPorts;
import io.laguna.emulator.redshift.snapshot.SnapshotLookup;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.CreateClusterRequest;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSnapshotStateException;
import software.amazon.awssdk.services.redshift.model.RestoreFromClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.RestoreFromClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.RestoreStatus;
import software.amazon.awssdk.services.redshift.model.Snapshot;

/**
 * The operation that makes clusters of snapshots.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_RestoreFromClusterSnapshot.html">
 *     RestoreFromClusterSnapshot</a>
 */
public final class Restores extends Room {
    private final Caller caller;
    private final ClusterSetting setting;

    public Restores(Caller caller, ClusterSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    @Override
    public RestoreFromClusterSnapshotResponse restoreFromClusterSnapshot(RestoreFromClusterSnapshotRequest request) {
        NewCluster.refuse(request.reservedNodeId(), "ReservedNodeId");
        NewCluster.refuse(request.targetReservedNodeOfferingId(), "TargetReservedNodeOfferingId");
        if (Boolean.TRUE.equals(request.manageMasterPassword())) {
            throw Failures.notBuilt("ManageMasterPassword of a restored cluster");
        }
        String identifier = Constraints.identifier("ClusterIdentifier", request.clusterIdentifier());
        int wanted = Clusters.wantedPort(request.port());
        Cluster answer = setting.state().write(handle -> {
            SnapshotRecord snapshot =
                    SnapshotLookup.find(handle, caller, request.snapshotIdentifier(), request.snapshotArn());
            if (!snapshot.status().equals("available")) {
                throw InvalidClusterSnapshotStateException.builder()
                        .message("The snapshot " + snapshot.identifier() + " is not available.")
                        .build();
            }
            return Answers.of(handle, insert(handle, request, identifier, wanted, snapshot));
        });
        setting.wake().run();
        return RestoreFromClusterSnapshotResponse.builder().cluster(answer).build();
    }

    private ClusterRecord insert(
            Handle handle,
            RestoreFromClusterSnapshotRequest request,
            String identifier,
            int wanted,
            SnapshotRecord snapshot) {
        ClusterRecords records = new ClusterRecords(handle);
        if (records.find(caller, identifier).isPresent()) {
            throw Failures.clusterExists();
        }
        UUID namespace = UUID.randomUUID();
        Cluster cluster =
                NewCluster.of(caller, asCreation(request, snapshot.snapshot()), identifier, namespace, setting.now())
                        .toBuilder()
                        .restoreStatus(RestoreStatus.builder()
                                .status("restoring")
                                .snapshotSizeInMegaBytes(snapshot.snapshot()
                                        .totalBackupSizeInMegaBytes()
                                        .longValue())
                                .build())
                        .build();
        Groups.check(handle, caller, cluster);
        int port = new ClusterPorts(setting.servers().settings()).take(handle, namespace, wanted);
        ClusterRecord record = new ClusterRecord(
                namespace, caller, cluster, port, Optional.empty(), Optional.of(snapshot.id()), Optional.empty());
        if (!records.insert(record)) {
            throw Failures.clusterExists();
        }
        return record;
    }

    /** Returns the creation of a cluster like the snapshot's, but for what the request says otherwise. */
    private static CreateClusterRequest asCreation(RestoreFromClusterSnapshotRequest request, Snapshot snapshot) {
        int nodes = Optional.ofNullable(request.numberOfNodes()).orElse(snapshot.numberOfNodes());
        return CreateClusterRequest.builder()
                .masterUsername(snapshot.masterUsername())
                .dbName(snapshot.dbName())
                .nodeType(Optional.ofNullable(request.nodeType()).orElse(snapshot.nodeType()))
                .numberOfNodes(nodes)
                .clusterType(nodes > 1 ? "multi-node" : "single-node")
                .availabilityZone(request.availabilityZone())
                .allowVersionUpgrade(request.allowVersionUpgrade())
                .clusterSubnetGroupName(request.clusterSubnetGroupName())
                .publiclyAccessible(request.publiclyAccessible())
                .hsmClientCertificateIdentifier(request.hsmClientCertificateIdentifier())
                .hsmConfigurationIdentifier(request.hsmConfigurationIdentifier())
                .elasticIp(request.elasticIp())
                .clusterParameterGroupName(request.clusterParameterGroupName())
                .clusterSecurityGroups(request.clusterSecurityGroups())
                .vpcSecurityGroupIds(request.vpcSecurityGroupIds())
                .preferredMaintenanceWindow(request.preferredMaintenanceWindow())
                .automatedSnapshotRetentionPeriod(request.automatedSnapshotRetentionPeriod())
                .manualSnapshotRetentionPeriod(request.manualSnapshotRetentionPeriod())
                .kmsKeyId(Optional.ofNullable(request.kmsKeyId()).orElse(snapshot.kmsKeyId()))
                .enhancedVpcRouting(
                        Optional.ofNullable(request.enhancedVpcRouting()).orElse(snapshot.enhancedVpcRouting()))
                .iamRoles(request.iamRoles())
                .maintenanceTrackName(request.maintenanceTrackName())
                .snapshotScheduleIdentifier(request.snapshotScheduleIdentifier())
                .availabilityZoneRelocation(request.availabilityZoneRelocation())
                .defaultIamRoleArn(request.defaultIamRoleArn())
                .encrypted(Optional.ofNullable(request.encrypted()).orElse(snapshot.encrypted()))
                .ipAddressType(request.ipAddressType())
                .multiAZ(request.multiAZ())
                .build();
    }
}
