package io.laguna.emulator.redshift.group;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.request.TagLists;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.AvailabilityZone;
import software.amazon.awssdk.services.redshift.model.ClusterSubnetGroup;
import software.amazon.awssdk.services.redshift.model.ClusterSubnetGroupAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSubnetGroupNotFoundException;
import software.amazon.awssdk.services.redshift.model.CreateClusterSubnetGroupRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterSubnetGroupResponse;
import software.amazon.awssdk.services.redshift.model.DeleteClusterSubnetGroupRequest;
import software.amazon.awssdk.services.redshift.model.DeleteClusterSubnetGroupResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSubnetGroupsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSubnetGroupsResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSubnetGroupStateException;
import software.amazon.awssdk.services.redshift.model.InvalidSubnetException;
import software.amazon.awssdk.services.redshift.model.ModifyClusterSubnetGroupRequest;
import software.amazon.awssdk.services.redshift.model.ModifyClusterSubnetGroupResponse;
import software.amazon.awssdk.services.redshift.model.Subnet;

/**
 * The operations on subnet groups, which are kept: a lake has no networks.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateClusterSubnetGroup.html">
 *     CreateClusterSubnetGroup</a>
 */
public final class SubnetGroups extends Room {
    private static final int MOST_RECORDS = 100;
    private static final int MOST_SUBNETS = 20;

    private final Caller caller;
    private final State state;

    public SubnetGroups(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public CreateClusterSubnetGroupResponse createClusterSubnetGroup(CreateClusterSubnetGroupRequest request) {
        new Constraints()
                .present("ClusterSubnetGroupName", request.clusterSubnetGroupName())
                .length("ClusterSubnetGroupName", request.clusterSubnetGroupName(), 1, 255)
                .present("Description", request.description())
                .text("Description", request.description())
                .tags(request.tags())
                .check();
        String name = request.clusterSubnetGroupName().toLowerCase(Locale.ROOT);
        if (name.equals("default")) {
            throw Failures.parameter("The name of a subnet group must not be Default.");
        }
        ClusterSubnetGroup group = ClusterSubnetGroup.builder()
                .clusterSubnetGroupName(name)
                .description(request.description())
                .vpcId(String.format("vpc-%08x", (caller.accountId() + caller.region()).hashCode()))
                .subnetGroupStatus("Complete")
                .subnets(subnets(request.subnetIds()))
                .supportedClusterIpAddressTypes("ipv4")
                .build();
        ClusterSubnetGroup answer = state.write(handle -> {
            ResourceRecords records = new ResourceRecords(handle, caller);
            if (!records.insert(Kind.SUBNET_GROUP, name, group)) {
                throw ClusterSubnetGroupAlreadyExistsException.builder()
                        .message("Cluster Subnet Group " + name + " already exists.")
                        .build();
            }
            records.tagTable().put(arn(name), TagLists.map(request.tags()));
            return withTags(records, group);
        });
        return CreateClusterSubnetGroupResponse.builder()
                .clusterSubnetGroup(answer)
                .build();
    }

    private List<Subnet> subnets(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_SUBNETS) {
            throw InvalidSubnetException.builder()
                    .message("A subnet group has between 1 and " + MOST_SUBNETS + " subnets.")
                    .build();
        }
        return ids.stream()
                .map(id -> Subnet.builder()
                        .subnetIdentifier(id)
                        .subnetAvailabilityZone(AvailabilityZone.builder()
                                .name(caller.region() + (char) ('a' + ids.indexOf(id) % 3))
                                .build())
                        .subnetStatus("Active")
                        .build())
                .toList();
    }

    @Override
    public ModifyClusterSubnetGroupResponse modifyClusterSubnetGroup(ModifyClusterSubnetGroupRequest request) {
        ClusterSubnetGroup answer = state.write(handle -> {
            ResourceRecords records = new ResourceRecords(handle, caller);
            ClusterSubnetGroup before = find(records, request.clusterSubnetGroupName());
            ClusterSubnetGroup after = before.toBuilder()
                    .description(Optional.ofNullable(request.description()).orElse(before.description()))
                    .subnets(subnets(request.subnetIds()))
                    .build();
            records.save(Kind.SUBNET_GROUP, after.clusterSubnetGroupName(), after);
            return withTags(records, after);
        });
        return ModifyClusterSubnetGroupResponse.builder()
                .clusterSubnetGroup(answer)
                .build();
    }

    @Override
    public DeleteClusterSubnetGroupResponse deleteClusterSubnetGroup(DeleteClusterSubnetGroupRequest request) {
        state.write(handle -> {
            ResourceRecords records = new ResourceRecords(handle, caller);
            String name = find(records, request.clusterSubnetGroupName()).clusterSubnetGroupName();
            boolean used = new ClusterRecords(handle).all(caller).stream().anyMatch(record -> record.cluster()
                    .clusterSubnetGroupName()
                    .equals(name));
            if (used) {
                throw InvalidClusterSubnetGroupStateException.builder()
                        .message("A cluster uses the subnet group " + name + ".")
                        .build();
            }
            records.tagTable().removeAll(arn(name));
            return records.delete(Kind.SUBNET_GROUP, name);
        });
        return DeleteClusterSubnetGroupResponse.builder().build();
    }

    @Override
    public DescribeClusterSubnetGroupsResponse describeClusterSubnetGroups(DescribeClusterSubnetGroupsRequest request) {
        new Constraints().maxRecords(request.maxRecords()).check();
        List<ClusterSubnetGroup> groups = state.read(handle -> found(handle, request));
        Page<ClusterSubnetGroup> page = Page.ofSorted(
                groups,
                ClusterSubnetGroup::clusterSubnetGroupName,
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeClusterSubnetGroupsResponse.builder()
                .clusterSubnetGroups(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    private List<ClusterSubnetGroup> found(Handle handle, DescribeClusterSubnetGroupsRequest request) {
        ResourceRecords records = new ResourceRecords(handle, caller);
        boolean one = request.clusterSubnetGroupName() != null
                && !request.clusterSubnetGroupName().isEmpty();
        List<ClusterSubnetGroup> groups =
                one ? List.of(find(records, request.clusterSubnetGroupName())) : records.all(Kind.SUBNET_GROUP);
        return groups.stream()
                .map(group -> withTags(records, group))
                .filter(group -> TagLists.match(group.tags(), request.tagKeys(), request.tagValues()))
                .toList();
    }

    private static ClusterSubnetGroup find(ResourceRecords records, String name) {
        new Constraints()
                .present("ClusterSubnetGroupName", name)
                .text("ClusterSubnetGroupName", name)
                .check();
        return records.find(Kind.SUBNET_GROUP, name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> ClusterSubnetGroupNotFoundException.builder()
                        .message("Cluster Subnet Group " + name + " not found.")
                        .build());
    }

    private ClusterSubnetGroup withTags(ResourceRecords records, ClusterSubnetGroup group) {
        return group.toBuilder()
                .tags(TagLists.of(records.tags(arn(group.clusterSubnetGroupName()))))
                .build();
    }

    private String arn(String name) {
        return caller.arn("redshift", "subnetgroup:" + name);
    }
}
