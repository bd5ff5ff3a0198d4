package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.redshift.request.Failures;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterIamRole;
import software.amazon.awssdk.services.redshift.model.ModifyClusterIamRolesRequest;

/** The change of the IAM roles that a cluster may take on. */
final class IamRoles {
    private IamRoles() {}

    static Cluster.Builder changed(Cluster before, ModifyClusterIamRolesRequest request, Cluster.Builder after) {
        Set<String> arns = new LinkedHashSet<>(
                before.iamRoles().stream().map(ClusterIamRole::iamRoleArn).toList());
        request.removeIamRoles().forEach(arns::remove);
        arns.addAll(request.addIamRoles());
        Optional<String> byDefault = Optional.ofNullable(request.defaultIamRoleArn())
                .or(() -> Optional.ofNullable(before.defaultIamRoleArn()))
                .filter(arn -> !arn.isEmpty());
        boolean asked = request.defaultIamRoleArn() != null
                && !request.defaultIamRoleArn().isEmpty();
        if (asked && !arns.contains(request.defaultIamRoleArn())) {
            throw Failures.parameter(
                    "The default IAM role " + request.defaultIamRoleArn() + " is not associated with the cluster.");
        }
        return after.iamRoles(NewCluster.roles(List.copyOf(arns)))
                .defaultIamRoleArn(byDefault.filter(arns::contains).orElse(null));
    }
}
