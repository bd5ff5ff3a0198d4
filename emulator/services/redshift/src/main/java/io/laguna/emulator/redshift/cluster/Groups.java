package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.group.ClusterParameters;
import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroupNotFoundException;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroupStatus;
import software.amazon.awssdk.services.redshift.model.ClusterSubnetGroupNotFoundException;

/** The groups that a cluster is in, which have to be there. */
final class Groups {
    private static final String DEFAULT = "default";

    private Groups() {}

    static void check(Handle handle, Caller caller, Cluster cluster) {
        ResourceRecords records = new ResourceRecords(handle, caller);
        for (ClusterParameterGroupStatus group : cluster.clusterParameterGroups()) {
            if (ClusterParameters.find(records, group.parameterGroupName()).isEmpty()) {
                throw ClusterParameterGroupNotFoundException.builder()
                        .message("ParameterGroup not found: " + group.parameterGroupName())
                        .build();
            }
        }
        String subnets = cluster.clusterSubnetGroupName();
        if (!subnets.equals(DEFAULT) && records.find(Kind.SUBNET_GROUP, subnets).isEmpty()) {
            throw ClusterSubnetGroupNotFoundException.builder()
                    .message("Cluster Subnet Group " + subnets + " not found.")
                    .build();
        }
    }
}
