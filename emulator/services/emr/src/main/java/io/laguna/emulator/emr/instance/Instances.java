package io.laguna.emulator.emr.instance;

import io.laguna.emulator.emr.cluster.ClusterLookup;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.InstanceCollection;
import io.laguna.emulator.emr.record.InstanceRecord;
import io.laguna.emulator.emr.record.InstanceRecords;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.Instance;
import software.amazon.awssdk.services.emr.model.InstanceCollectionType;
import software.amazon.awssdk.services.emr.model.InstanceFleet;
import software.amazon.awssdk.services.emr.model.InstanceGroup;
import software.amazon.awssdk.services.emr.model.ListInstanceFleetsRequest;
import software.amazon.awssdk.services.emr.model.ListInstanceFleetsResponse;
import software.amazon.awssdk.services.emr.model.ListInstanceGroupsRequest;
import software.amazon.awssdk.services.emr.model.ListInstanceGroupsResponse;
import software.amazon.awssdk.services.emr.model.ListInstancesRequest;
import software.amazon.awssdk.services.emr.model.ListInstancesResponse;

/**
 * The operations on a cluster's instances, which are shown as they were asked for, or, on YARN, as they are.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_ListInstances.html and others
 */
public final class Instances extends Room {
    private static final int PAGE = 2000;

    private final State state;
    private final Optional<ClusterNodes> nodes;
    private final ClusterLookup lookup;

    /**
     * Creates the operations that list instances.
     *
     * @param nodes those that there are, where that is not what was asked for
     */
    public Instances(Caller caller, State state, Optional<ClusterNodes> nodes) {
        this.state = state;
        this.nodes = nodes;
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public ListInstanceGroupsResponse listInstanceGroups(ListInstanceGroupsRequest request) {
        return state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            if (record.cluster().instanceCollectionType() == InstanceCollectionType.INSTANCE_FLEET) {
                throw wrongKind("fleets", "ListInstanceGroups", "ListInstanceFleets");
            }
            InstanceStatuses statuses = new InstanceStatuses(record, nodes);
            List<InstanceCollection> all = new InstanceRecords(handle, record.id()).collections();
            List<InstanceGroup> groups = all.stream()
                    .map(group -> statuses.of(((InstanceCollection.Group) group).group(), all))
                    .toList();
            Page<InstanceGroup> page =
                    Page.ofOrdered(groups, InstanceGroup::id, request.marker(), PAGE, Failures::badToken);
            return ListInstanceGroupsResponse.builder()
                    .instanceGroups(page.entries())
                    .marker(page.nextToken().orElse(null))
                    .build();
        });
    }

    @Override
    public ListInstanceFleetsResponse listInstanceFleets(ListInstanceFleetsRequest request) {
        return state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            if (record.cluster().instanceCollectionType() == InstanceCollectionType.INSTANCE_GROUP) {
                throw wrongKind("groups", "ListInstanceFleets", "ListInstanceGroups");
            }
            InstanceStatuses statuses = new InstanceStatuses(record, nodes);
            List<InstanceCollection> all = new InstanceRecords(handle, record.id()).collections();
            List<InstanceFleet> fleets = all.stream()
                    .map(fleet -> statuses.of(((InstanceCollection.Fleet) fleet).fleet(), all))
                    .toList();
            Page<InstanceFleet> page =
                    Page.ofOrdered(fleets, InstanceFleet::id, request.marker(), PAGE, Failures::badToken);
            return ListInstanceFleetsResponse.builder()
                    .instanceFleets(page.entries())
                    .marker(page.nextToken().orElse(null))
                    .build();
        });
    }

    @Override
    public ListInstancesResponse listInstances(ListInstancesRequest request) {
        return state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            InstanceRecords records = new InstanceRecords(handle, record.id());
            List<InstanceCollection> all = records.collections();
            Map<String, InstanceCollection> collections =
                    all.stream().collect(Collectors.toMap(InstanceCollection::id, Function.identity()));
            List<Instance> instances = instances(record, all, records.instances())
                    .filter(instance -> isAskedFor(
                            request,
                            collections.get(Optional.ofNullable(instance.instanceGroupId())
                                    .orElse(instance.instanceFleetId()))))
                    .filter(instance -> request.instanceStates().isEmpty()
                            || request.instanceStates()
                                    .contains(instance.status().state()))
                    .toList();
            Page<Instance> page = Page.ofOrdered(instances, Instance::id, request.marker(), PAGE, Failures::badToken);
            return ListInstancesResponse.builder()
                    .instances(page.entries())
                    .marker(page.nextToken().orElse(null))
                    .build();
        });
    }

    /** Returns the instances as they are on YARN; those that were asked for when the cluster has ended. */
    private Stream<Instance> instances(
            ClusterRecord record, List<InstanceCollection> collections, List<InstanceRecord> asked) {
        if (nodes.isPresent() && !record.hasEnded()) {
            return nodes.get().instances(record, collections, asked);
        }
        return asked.stream().map(new InstanceStatuses(record, nodes)::of);
    }

    private static boolean isAskedFor(ListInstancesRequest request, InstanceCollection collection) {
        boolean group = request.instanceGroupId() == null || collection.id().equals(request.instanceGroupId());
        boolean fleet = request.instanceFleetId() == null || collection.id().equals(request.instanceFleetId());
        boolean groupType = request.instanceGroupTypes().isEmpty()
                || request.instanceGroupTypesAsStrings().contains(collection.role());
        boolean fleetType =
                request.instanceFleetType() == null || collection.role().equals(request.instanceFleetTypeAsString());
        return group && fleet && groupType && fleetType;
    }

    private static RuntimeException wrongKind(String used, String operation, String other) {
        return Failures.invalid(
                "Instance fleets and instance groups are mutually exclusive. The EMR cluster specified in"
                        + " the request uses instance " + used + ". The " + operation
                        + " operation does not support clusters that use instance " + used + ". Use the " + other
                        + " operation instead.");
    }
}
