package io.laguna.emulator.emr.check;

import io.laguna.emulator.emr.record.InstanceCollection;
import io.laguna.emulator.emr.record.InstanceRecord;
import io.laguna.emulator.emr.request.Ids;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.emr.model.AutoScalingPolicy;
import software.amazon.awssdk.services.emr.model.AutoScalingPolicyDescription;
import software.amazon.awssdk.services.emr.model.AutoScalingPolicyState;
import software.amazon.awssdk.services.emr.model.AutoScalingPolicyStatus;
import software.amazon.awssdk.services.emr.model.EbsBlockDevice;
import software.amazon.awssdk.services.emr.model.EbsConfiguration;
import software.amazon.awssdk.services.emr.model.InstanceFleet;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceGroup;
import software.amazon.awssdk.services.emr.model.InstanceGroupConfig;
import software.amazon.awssdk.services.emr.model.InstanceRoleType;
import software.amazon.awssdk.services.emr.model.InstanceTypeConfig;
import software.amazon.awssdk.services.emr.model.InstanceTypeSpecification;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.MarketType;

/** Instance groups and fleets as they are asked for, made into what is kept of them. */
public record InstanceRequest(InstanceCollection collection, List<InstanceRecord> instances) {
    /** All that a new cluster asks for, in whichever of the three forms. */
    public static List<InstanceRequest> of(JobFlowInstancesConfig config, Instant now) {
        if (config.hasInstanceFleets()) {
            return config.instanceFleets().stream().map(fleet -> of(fleet, now)).toList();
        }
        return groups(config).stream().map(group -> of(group, now)).toList();
    }

    /** The groups; {@code InstanceCount}, {@code MasterInstanceType} and {@code SlaveInstanceType} are two. */
    static List<InstanceGroupConfig> groups(JobFlowInstancesConfig config) {
        if (config.hasInstanceGroups()) {
            return config.instanceGroups();
        }
        List<InstanceGroupConfig> groups = new ArrayList<>();
        groups.add(group(InstanceRoleType.MASTER, config.masterInstanceType(), 1));
        int count = Objects.requireNonNullElse(config.instanceCount(), 1);
        if (count > 1) {
            groups.add(group(InstanceRoleType.CORE, config.slaveInstanceType(), count - 1));
        }
        return groups;
    }

    public static InstanceRequest of(InstanceGroupConfig config, Instant now) {
        InstanceGroup.Builder group = Shapes.copy(config, InstanceGroup.builder())
                .id(Ids.instanceGroup())
                .instanceGroupType(config.instanceRoleAsString())
                .market(Optional.ofNullable(config.market()).orElse(MarketType.ON_DEMAND))
                .requestedInstanceCount(config.instanceCount())
                .ebsBlockDevices(devices(config.ebsConfiguration()))
                .ebsOptimized(Optional.ofNullable(config.ebsConfiguration())
                        .map(EbsConfiguration::ebsOptimized)
                        .orElse(false));
        Optional.ofNullable(config.autoScalingPolicy()).ifPresent(policy -> group.autoScalingPolicy(attached(policy)));
        InstanceGroup built = group.build();
        return new InstanceRequest(new InstanceCollection.Group(built), instances(built, config.instanceCount(), now));
    }

    public static List<InstanceRecord> instances(InstanceGroup group, int count, Instant now) {
        return IntStream.range(0, count)
                .mapToObj(i -> InstanceRecord.of(group.id(), group.marketAsString(), group.instanceType(), now))
                .toList();
    }

    public static InstanceRequest of(InstanceFleetConfig config, Instant now) {
        InstanceFleet fleet = Shapes.copy(config, InstanceFleet.builder())
                .id(Ids.instanceFleet())
                .targetOnDemandCapacity(Objects.requireNonNullElse(config.targetOnDemandCapacity(), 0))
                .targetSpotCapacity(Objects.requireNonNullElse(config.targetSpotCapacity(), 0))
                .instanceTypeSpecifications(config.instanceTypeConfigs().stream()
                        .map(InstanceRequest::specification)
                        .toList())
                .build();
        List<InstanceRecord> instances =
                new ArrayList<>(instances(fleet, MarketType.ON_DEMAND, fleet.targetOnDemandCapacity(), now));
        instances.addAll(instances(fleet, MarketType.SPOT, fleet.targetSpotCapacity(), now));
        return new InstanceRequest(new InstanceCollection.Fleet(fleet), instances);
    }

    /** Returns as many instances of the first type as it takes to reach the capacity. */
    public static List<InstanceRecord> instances(InstanceFleet fleet, MarketType market, int capacity, Instant now) {
        Optional<InstanceTypeSpecification> first =
                fleet.instanceTypeSpecifications().stream().findFirst();
        int weight = Math.max(
                1, first.map(InstanceTypeSpecification::weightedCapacity).orElse(1));
        String type = first.map(InstanceTypeSpecification::instanceType).orElse("m5.xlarge");
        return IntStream.range(0, (capacity + weight - 1) / weight)
                .mapToObj(i -> InstanceRecord.of(fleet.id(), market.toString(), type, now))
                .toList();
    }

    public static AutoScalingPolicyDescription attached(AutoScalingPolicy policy) {
        return Shapes.copy(policy, AutoScalingPolicyDescription.builder())
                .status(AutoScalingPolicyStatus.builder()
                        .state(AutoScalingPolicyState.ATTACHED)
                        .build())
                .build();
    }

    private static InstanceTypeSpecification specification(InstanceTypeConfig config) {
        return Shapes.copy(config, InstanceTypeSpecification.builder())
                .weightedCapacity(Objects.requireNonNullElse(config.weightedCapacity(), 1))
                .ebsBlockDevices(devices(config.ebsConfiguration()))
                .build();
    }

    private static List<EbsBlockDevice> devices(EbsConfiguration configuration) {
        if (configuration == null) {
            return List.of();
        }
        return configuration.ebsBlockDeviceConfigs().stream()
                .flatMap(device -> IntStream.range(0, Objects.requireNonNullElse(device.volumesPerInstance(), 1))
                        .mapToObj(i -> device.volumeSpecification()))
                .map(volume ->
                        EbsBlockDevice.builder().volumeSpecification(volume).build())
                .toList();
    }

    private static InstanceGroupConfig group(InstanceRoleType role, String type, int count) {
        return InstanceGroupConfig.builder()
                .instanceRole(role)
                .instanceType(type)
                .instanceCount(count)
                .build();
    }
}
