package io.laguna.emulator.emr.record;

import java.util.Optional;
import software.amazon.awssdk.services.emr.model.InstanceFleet;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceGroup;

/** Instances that were asked for together: a group or a fleet. Its status is the cluster's and not in it. */
public sealed interface InstanceCollection {
    String id();

    /** MASTER, CORE or TASK. */
    String role();

    record Group(InstanceGroup group) implements InstanceCollection {
        @Override
        public String id() {
            return group.id();
        }

        @Override
        public String role() {
            return group.instanceGroupTypeAsString();
        }
    }

    record Fleet(InstanceFleet fleet) implements InstanceCollection {
        @Override
        public String id() {
            return fleet.id();
        }

        @Override
        public String role() {
            return Optional.ofNullable(fleet.instanceFleetType())
                    .map(InstanceFleetType::toString)
                    .orElse("");
        }
    }
}
