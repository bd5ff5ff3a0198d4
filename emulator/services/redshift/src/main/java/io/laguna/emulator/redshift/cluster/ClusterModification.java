package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.redshift.group.SecurityGroups;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.request.Failures;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ModifyClusterRequest;

/** The changes that a request makes in the description of a cluster. */
record ClusterModification(ModifyClusterRequest request) {
    ClusterModification {
        NewCluster.refuse(request.hsmClientCertificateIdentifier(), "HsmClientCertificateIdentifier");
        NewCluster.refuse(request.hsmConfigurationIdentifier(), "HsmConfigurationIdentifier");
        NewCluster.refuse(request.elasticIp(), "ElasticIp");
        if (!request.clusterSecurityGroups().isEmpty()) {
            throw SecurityGroups.refusal();
        }
        boolean something = request.sdkFields().stream()
                .filter(field -> !field.memberName().equals("ClusterIdentifier"))
                .map(field -> Optional.ofNullable(field.getValueOrDefault(request)))
                .flatMap(Optional::stream)
                .anyMatch(value -> !(value instanceof java.util.Collection<?> list) || !list.isEmpty());
        if (!something) {
            throw Failures.combination("No modifications were requested for the cluster.");
        }
    }

    /** Tells whether the cluster gets other nodes. */
    boolean resizes() {
        return Stream.of(
                        Optional.ofNullable(request.nodeType()),
                        Optional.ofNullable(request.numberOfNodes()),
                        Optional.ofNullable(request.clusterType()))
                .anyMatch(Optional::isPresent);
    }

    ClusterRecord apply(ClusterRecord record) {
        return record.with(cluster -> changed(record.cluster(), cluster));
    }

    private Cluster.Builder changed(Cluster before, Cluster.Builder cluster) {
        if (resizes()) {
            Integer nodes = "single-node".equals(request.clusterType())
                    ? Integer.valueOf(1)
                    : Optional.ofNullable(request.numberOfNodes()).orElse(before.numberOfNodes());
            Nodes.of(Optional.ofNullable(request.nodeType()).orElse(before.nodeType()), request.clusterType(), nodes)
                    .into(cluster);
        }
        if (!request.vpcSecurityGroupIds().isEmpty()) {
            cluster.vpcSecurityGroups(NewCluster.vpcSecurityGroups(request.vpcSecurityGroupIds()));
        }
        Optional.ofNullable(request.clusterParameterGroupName())
                .map(NewCluster::parameterGroup)
                .ifPresent(group -> cluster.clusterParameterGroups(
                        group.toBuilder().parameterApplyStatus("pending-reboot").build()));
        return retentionAndPlace(before, cluster);
    }

    private Cluster.Builder retentionAndPlace(Cluster before, Cluster.Builder cluster) {
        cluster.automatedSnapshotRetentionPeriod(NewCluster.automatedRetention(
                        request.automatedSnapshotRetentionPeriod(), before.automatedSnapshotRetentionPeriod()))
                .manualSnapshotRetentionPeriod(NewCluster.manualRetention(
                        request.manualSnapshotRetentionPeriod(), before.manualSnapshotRetentionPeriod()))
                .preferredMaintenanceWindow(
                        NewCluster.window(request.preferredMaintenanceWindow(), before.preferredMaintenanceWindow()))
                .clusterVersion(NewCluster.version(
                        Optional.ofNullable(request.clusterVersion()).orElse(before.clusterVersion())));
        Optional.ofNullable(request.allowVersionUpgrade()).ifPresent(cluster::allowVersionUpgrade);
        Optional.ofNullable(request.publiclyAccessible()).ifPresent(cluster::publiclyAccessible);
        Optional.ofNullable(request.enhancedVpcRouting()).ifPresent(cluster::enhancedVpcRouting);
        Optional.ofNullable(request.maintenanceTrackName()).ifPresent(cluster::maintenanceTrackName);
        Optional.ofNullable(request.encrypted()).ifPresent(cluster::encrypted);
        Optional.ofNullable(request.kmsKeyId()).ifPresent(cluster::kmsKeyId);
        Optional.ofNullable(request.ipAddressType()).ifPresent(cluster::ipAddressType);
        Optional.ofNullable(request.availabilityZone()).ifPresent(cluster::availabilityZone);
        Optional.ofNullable(request.masterPasswordSecretKmsKeyId()).ifPresent(cluster::masterPasswordSecretKmsKeyId);
        Optional.ofNullable(request.availabilityZoneRelocation())
                .ifPresent(relocates -> cluster.availabilityZoneRelocationStatus(relocates ? "enabled" : "disabled"));
        Optional.ofNullable(request.multiAZ()).ifPresent(multi -> cluster.multiAZ(multi ? "Enabled" : "Disabled"));
        return cluster;
    }
}
