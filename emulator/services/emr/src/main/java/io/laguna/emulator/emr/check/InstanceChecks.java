package io.laguna.emulator.emr.check;

import io.laguna.emulator.emr.request.Failures;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceGroupConfig;
import software.amazon.awssdk.services.emr.model.InstanceRoleType;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.MarketType;

/** The checks of instance groups and fleets, with EMR's own words. */
public final class InstanceChecks {
    private static final String REVISE = " Revise the configuration and resubmit.";
    private static final int HIGHLY_AVAILABLE = 3;

    private InstanceChecks() {}

    public static void check(JobFlowInstancesConfig config) {
        boolean counted = Stream.of(config.instanceCount(), config.masterInstanceType(), config.slaveInstanceType())
                .anyMatch(Objects::nonNull);
        long forms = Stream.of(config.hasInstanceFleets(), config.hasInstanceGroups(), counted)
                .filter(form -> form)
                .count();
        if (forms > 1) {
            throw Failures.validation("Please configure instances using one and only one of the following: instance"
                    + " groups; instance fleets; instance count, master and slave instance type.");
        }
        if (config.ec2SubnetId() != null && !config.ec2SubnetIds().isEmpty()) {
            throw Failures.validation("Ec2SubnetId and Ec2SubnetIds together");
        }
        if (!config.ec2SubnetIds().isEmpty()
                && !config.hasInstanceFleets()
                && config.ec2SubnetIds().size() > 1) {
            throw Failures.validation("Only one subnet may be specified for clusters configured with instance groups or"
                    + " instance count, master and slave instance type." + REVISE);
        }
        if (config.hasInstanceFleets()) {
            checkFleets(config.instanceFleets());
        } else {
            if (counted && config.masterInstanceType() == null) {
                throw Failures.missing("instances.masterInstanceType");
            }
            if (!counted && !config.hasInstanceGroups()) {
                throw Failures.validation("Zero master instance groups supplied, you must specify exactly one master"
                        + " instance group");
            }
            checkGroups(InstanceRequest.groups(config));
        }
    }

    private static void checkGroups(List<InstanceGroupConfig> groups) {
        groups.forEach(InstanceChecks::check);
        if (count(groups, InstanceRoleType.MASTER) == 0) {
            throw Failures.validation(
                    "Zero master instance groups supplied, you must specify exactly one master instance group");
        }
        Stream.of(InstanceRoleType.MASTER, InstanceRoleType.CORE)
                .filter(role -> count(groups, role) > 1)
                .forEach(role -> {
                    String name = role.toString().toLowerCase(Locale.ROOT);
                    throw Failures.validation("Multiple " + name + " instance groups supplied, you must specify exactly"
                            + " one " + name + " instance group");
                });
        if (count(groups, InstanceRoleType.TASK) > 0 && count(groups, InstanceRoleType.CORE) == 0) {
            throw Failures.validation("Clusters with task nodes must also define core nodes.");
        }
    }

    /** One group, of a new cluster or added to one. */
    public static void check(InstanceGroupConfig group) {
        if (group.instanceType() == null) {
            throw Failures.missing("instanceGroups.member.instanceType");
        }
        if (group.instanceRole() == null) {
            throw Failures.missing("instanceGroups.member.instanceRole");
        }
        int count = Objects.requireNonNullElse(group.instanceCount(), -1);
        if (count < (group.instanceRole() == InstanceRoleType.TASK ? 0 : 1)) {
            throw Failures.validation("An instance group must have at least one instance");
        }
        if (group.instanceRole() == InstanceRoleType.MASTER && count != 1 && count != HIGHLY_AVAILABLE) {
            throw Failures.validation("Master instance group must have exactly 3 instances for HA clusters.");
        }
        boolean spot = group.market() == MarketType.SPOT;
        if (group.bidPrice() != null && !spot) {
            throw Failures.validation("Attempted to set bid price for on demand instance group.");
        }
    }

    private static void checkFleets(List<InstanceFleetConfig> fleets) {
        fleets.forEach(InstanceChecks::check);
        long masters = count(fleets, InstanceFleetType.MASTER);
        if (masters == 0) {
            throw Failures.validation("No master instance fleets were supplied; you must specify exactly one master"
                    + " instance fleet." + REVISE);
        }
        if (masters > 1) {
            throw Failures.validation(
                    "Multiple master instance groups supplied, you must specify exactly one master instance group");
        }
        if (count(fleets, InstanceFleetType.TASK) > 0 && count(fleets, InstanceFleetType.CORE) == 0) {
            throw Failures.validation("Clusters with task instance fleets must also define core instance fleets.");
        }
    }

    /** One fleet, of a new cluster or added to one. */
    public static void check(InstanceFleetConfig fleet) {
        if (fleet.instanceFleetType() == null) {
            throw Failures.missing("instanceFleets.member.instanceFleetType");
        }
        int capacity = Objects.requireNonNullElse(fleet.targetOnDemandCapacity(), 0)
                + Objects.requireNonNullElse(fleet.targetSpotCapacity(), 0);
        if (fleet.instanceFleetType() == InstanceFleetType.MASTER && capacity != 1) {
            throw Failures.validation("A master instance fleet can only have a target capacity of 1." + REVISE);
        }
        if (capacity < 1 && fleet.instanceFleetType() != InstanceFleetType.TASK) {
            throw Failures.validation(
                    "The instance fleet (" + Optional.ofNullable(fleet.name()).orElse("null")
                            + ") should have a value of one or greater for either targetOnDemandCapacity or"
                            + " targetSpotCapacity." + REVISE);
        }
    }

    private static long count(List<InstanceGroupConfig> groups, InstanceRoleType role) {
        return groups.stream().filter(group -> group.instanceRole() == role).count();
    }

    private static long count(List<InstanceFleetConfig> fleets, InstanceFleetType type) {
        return fleets.stream()
                .filter(fleet -> fleet.instanceFleetType() == type)
                .count();
    }
}
