package io.laguna.emulator.emr.instance;

import io.laguna.emulator.emr.check.InstanceChecks;
import io.laguna.emulator.emr.check.InstanceRequest;
import io.laguna.emulator.emr.cluster.ClusterChange;
import io.laguna.emulator.emr.cluster.ClusterLookup;
import io.laguna.emulator.emr.record.InstanceCollection;
import io.laguna.emulator.emr.record.InstanceRecord;
import io.laguna.emulator.emr.record.InstanceRecords;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.AddInstanceFleetRequest;
import software.amazon.awssdk.services.emr.model.AddInstanceFleetResponse;
import software.amazon.awssdk.services.emr.model.AddInstanceGroupsRequest;
import software.amazon.awssdk.services.emr.model.AddInstanceGroupsResponse;
import software.amazon.awssdk.services.emr.model.InstanceCollectionType;
import software.amazon.awssdk.services.emr.model.InstanceFleet;
import software.amazon.awssdk.services.emr.model.InstanceFleetModifyConfig;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceGroup;
import software.amazon.awssdk.services.emr.model.InstanceGroupModifyConfig;
import software.amazon.awssdk.services.emr.model.InstanceGroupType;
import software.amazon.awssdk.services.emr.model.InstanceRoleType;
import software.amazon.awssdk.services.emr.model.MarketType;
import software.amazon.awssdk.services.emr.model.ModifyInstanceFleetRequest;
import software.amazon.awssdk.services.emr.model.ModifyInstanceFleetResponse;
import software.amazon.awssdk.services.emr.model.ModifyInstanceGroupsRequest;
import software.amazon.awssdk.services.emr.model.ModifyInstanceGroupsResponse;

/**
 * Instances that are asked for or given back later. The counts change; the machine stays the same.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_ModifyInstanceGroups.html and others
 */
public final class InstanceResizes extends Room {
    private final Caller caller;
    private final State state;
    private final ClusterLookup lookup;

    public InstanceResizes(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public AddInstanceGroupsResponse addInstanceGroups(AddInstanceGroupsRequest request) {
        return ClusterChange.of(state, caller, request.jobFlowId(), Failures::noJobFlow, change -> {
            checkGroups(change);
            request.instanceGroups().forEach(InstanceChecks::check);
            if (request.instanceGroups().stream().anyMatch(group -> group.instanceRole() != InstanceRoleType.TASK)) {
                throw Failures.validation("Only task instance groups can be added to a running cluster.");
            }
            InstanceRecords records = records(change);
            List<InstanceRequest> added = request.instanceGroups().stream()
                    .map(group -> InstanceRequest.of(group, change.now()))
                    .toList();
            added.forEach(each -> records.insert(each.collection(), each.instances()));
            return AddInstanceGroupsResponse.builder()
                    .jobFlowId(request.jobFlowId())
                    .instanceGroupIds(
                            added.stream().map(each -> each.collection().id()).toList())
                    .clusterArn(change.cluster().clusterArn())
                    .build();
        });
    }

    @Override
    public ModifyInstanceGroupsResponse modifyInstanceGroups(ModifyInstanceGroupsRequest request) {
        String cluster = Optional.ofNullable(request.clusterId())
                .or(() -> request.instanceGroups().stream().findFirst().flatMap(this::clusterOf))
                .orElseThrow(() -> Failures.invalid("Instance group id is not valid."));
        return lookup.change(cluster, change -> {
            checkGroups(change);
            request.instanceGroups().forEach(each -> modify(change, each));
            return ModifyInstanceGroupsResponse.builder().build();
        });
    }

    @Override
    public AddInstanceFleetResponse addInstanceFleet(AddInstanceFleetRequest request) {
        if (request.instanceFleet() == null) {
            throw Failures.missing("instanceFleet");
        }
        return lookup.change(request.clusterId(), change -> {
            checkFleets(change);
            InstanceChecks.check(request.instanceFleet());
            InstanceRecords records = records(change);
            boolean task = request.instanceFleet().instanceFleetType() == InstanceFleetType.TASK;
            boolean taken = records.collections().stream()
                    .anyMatch(fleet -> fleet.role().equals(InstanceFleetType.TASK.toString()));
            if (!task || taken) {
                throw Failures.invalid("Only one task instance fleet can be added to a running cluster.");
            }
            InstanceRequest added = InstanceRequest.of(request.instanceFleet(), change.now());
            records.insert(added.collection(), added.instances());
            return AddInstanceFleetResponse.builder()
                    .clusterId(request.clusterId())
                    .clusterArn(change.cluster().clusterArn())
                    .instanceFleetId(added.collection().id())
                    .build();
        });
    }

    @Override
    public ModifyInstanceFleetResponse modifyInstanceFleet(ModifyInstanceFleetRequest request) {
        if (request.instanceFleet() == null) {
            throw Failures.missing("instanceFleet");
        }
        return lookup.change(request.clusterId(), change -> {
            checkFleets(change);
            modify(change, request.instanceFleet());
            return ModifyInstanceFleetResponse.builder().build();
        });
    }

    private static void modify(ClusterChange change, InstanceGroupModifyConfig asked) {
        InstanceRecords records = records(change);
        InstanceGroup group = records.collections().stream()
                .filter(each -> each.id().equals(asked.instanceGroupId()))
                .map(each -> ((InstanceCollection.Group) each).group())
                .findFirst()
                .orElseThrow(
                        () -> Failures.invalid("Instance group id '" + asked.instanceGroupId() + "' is not valid."));
        List<InstanceRecord> named = records.living(group.id()).stream()
                .filter(each -> asked.ec2InstanceIdsToTerminate().contains(each.ec2Id()))
                .toList();
        named.forEach(each -> records.end(each, change.now()));
        int count = Optional.ofNullable(asked.instanceCount()).orElse(group.requestedInstanceCount() - named.size());
        boolean resized = count != group.requestedInstanceCount();
        if (resized && group.instanceGroupType() == InstanceGroupType.MASTER) {
            throw Failures.validation("The number of instances of the master instance group cannot be changed.");
        }
        if (count < (group.instanceGroupType() == InstanceGroupType.TASK ? 0 : 1)) {
            throw Failures.validation("An instance group must have at least one instance");
        }
        int living = records.living(group.id()).size();
        if (count > living) {
            records.insert(InstanceRequest.instances(group, count - living, change.now()));
        }
        records.living(group.id()).stream().skip(count).forEach(each -> records.end(each, change.now()));
        InstanceGroup.Builder changed = group.toBuilder().requestedInstanceCount(count);
        Optional.ofNullable(asked.shrinkPolicy()).ifPresent(changed::shrinkPolicy);
        if (asked.hasConfigurations()) {
            changed.configurations(asked.configurations());
        }
        records.save(new InstanceCollection.Group(changed.build()));
    }

    private static void modify(ClusterChange change, InstanceFleetModifyConfig asked) {
        InstanceRecords records = records(change);
        InstanceFleet fleet = records.collections().stream()
                .filter(each -> each.id().equals(asked.instanceFleetId()))
                .map(each -> ((InstanceCollection.Fleet) each).fleet())
                .findFirst()
                .orElseThrow(
                        () -> Failures.invalid("Instance fleet id '" + asked.instanceFleetId() + "' is not valid."));
        InstanceFleet changed = Shapes.copy(asked, fleet.toBuilder()).build();
        if (fleet.instanceFleetType() == InstanceFleetType.MASTER && !changed.equals(fleet)) {
            throw Failures.invalid("The capacity of the master instance fleet cannot be changed.");
        }
        Stream.of(MarketType.ON_DEMAND, MarketType.SPOT).forEach(market -> {
            int capacity = Objects.requireNonNullElse(
                    market == MarketType.SPOT ? changed.targetSpotCapacity() : changed.targetOnDemandCapacity(), 0);
            List<InstanceRecord> wanted = InstanceRequest.instances(changed, market, capacity, change.now());
            List<InstanceRecord> living = records.living(fleet.id()).stream()
                    .filter(each -> each.market().equals(market.toString()))
                    .toList();
            records.insert(wanted.stream().skip(living.size()).toList());
            living.stream().skip(wanted.size()).forEach(each -> records.end(each, change.now()));
        });
        records.save(new InstanceCollection.Fleet(changed));
    }

    private Optional<String> clusterOf(InstanceGroupModifyConfig group) {
        return state.read(handle -> handle.select(
                        "select cluster from emr_instance_collection where id = ?", group.instanceGroupId())
                .mapTo(String.class)
                .findOne());
    }

    private static InstanceRecords records(ClusterChange change) {
        return new InstanceRecords(change.handle(), change.record().id());
    }

    private static void checkGroups(ClusterChange change) {
        checkRunning(change);
        if (change.cluster().instanceCollectionType() != InstanceCollectionType.INSTANCE_GROUP) {
            throw Failures.validation("Instance fleets and instance groups are mutually exclusive: this cluster uses"
                    + " instance fleets.");
        }
    }

    private static void checkFleets(ClusterChange change) {
        checkRunning(change);
        if (change.cluster().instanceCollectionType() != InstanceCollectionType.INSTANCE_FLEET) {
            throw Failures.invalid("Instance fleets and instance groups are mutually exclusive: this cluster uses"
                    + " instance groups.");
        }
    }

    private static void checkRunning(ClusterChange change) {
        switch (change.record().state()) {
            case RUNNING, WAITING -> {}
            case STARTING,
                    BOOTSTRAPPING,
                    TERMINATING,
                    TERMINATED,
                    TERMINATED_WITH_ERRORS,
                    UNKNOWN_TO_SDK_VERSION -> throw Failures.validation(
                    "An instance group may only be modified when the cluster is running or waiting.");
        }
    }
}
