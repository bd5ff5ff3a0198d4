package io.laguna.emulator.redshift.group;

import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import java.util.List;
import software.amazon.awssdk.services.redshift.model.ClusterSecurityGroupNotFoundException;
import software.amazon.awssdk.services.redshift.model.CreateClusterSecurityGroupRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterSecurityGroupResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSecurityGroupsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSecurityGroupsResponse;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

/**
 * The operations on security groups of clusters outside a VPC. An account of today has none, and can make none.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateClusterSecurityGroup.html">
 *     CreateClusterSecurityGroup</a>
 */
public final class SecurityGroups extends Room {
    /** Returns the refusal of a request that names such a group. */
    public static RedshiftException refusal() {
        return Failures.parameter("VPC-by-Default customers cannot use cluster security groups");
    }

    @Override
    public CreateClusterSecurityGroupResponse createClusterSecurityGroup(CreateClusterSecurityGroupRequest request) {
        throw refusal();
    }

    @Override
    public DescribeClusterSecurityGroupsResponse describeClusterSecurityGroups(
            DescribeClusterSecurityGroupsRequest request) {
        new Constraints()
                .text("ClusterSecurityGroupName", request.clusterSecurityGroupName())
                .maxRecords(request.maxRecords())
                .check();
        var unused = Page.after(request.marker(), Failures::badMarker);
        String name = request.clusterSecurityGroupName();
        if (name != null && !name.isEmpty()) {
            throw ClusterSecurityGroupNotFoundException.builder()
                    .message("Security group " + name + " not found.")
                    .build();
        }
        return DescribeClusterSecurityGroupsResponse.builder()
                .clusterSecurityGroups(List.of())
                .build();
    }
}
