package io.laguna.emulator.emr.instance;

import io.laguna.emulator.emr.cluster.NewCluster;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.InstanceCollection;
import io.laguna.emulator.emr.record.InstanceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.ClusterTimeline;
import software.amazon.awssdk.services.emr.model.Instance;
import software.amazon.awssdk.services.emr.model.InstanceCollectionType;
import software.amazon.awssdk.services.emr.model.InstanceFleet;
import software.amazon.awssdk.services.emr.model.InstanceFleetState;
import software.amazon.awssdk.services.emr.model.InstanceFleetStateChangeReason;
import software.amazon.awssdk.services.emr.model.InstanceFleetStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.InstanceFleetStatus;
import software.amazon.awssdk.services.emr.model.InstanceFleetTimeline;
import software.amazon.awssdk.services.emr.model.InstanceGroup;
import software.amazon.awssdk.services.emr.model.InstanceGroupState;
import software.amazon.awssdk.services.emr.model.InstanceGroupStateChangeReason;
import software.amazon.awssdk.services.emr.model.InstanceGroupStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.InstanceGroupStatus;
import software.amazon.awssdk.services.emr.model.InstanceGroupTimeline;
import software.amazon.awssdk.services.emr.model.InstanceState;
import software.amazon.awssdk.services.emr.model.InstanceStateChangeReason;
import software.amazon.awssdk.services.emr.model.InstanceStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.InstanceStatus;
import software.amazon.awssdk.services.emr.model.InstanceTimeline;

/**
 * Groups, fleets and instances with the states that their cluster's state means for them.
 *
 * @param nodes what runs of them, where that is not what was asked for
 */
record InstanceStatuses(ClusterRecord cluster, Optional<ClusterNodes> nodes) {
    private static final String TERMINATED = "Job flow terminated";

    InstanceGroup of(InstanceGroup group, List<InstanceCollection> all) {
        InstanceGroupStatus.Builder status = InstanceGroupStatus.builder()
                .stateChangeReason(InstanceGroupStateChangeReason.builder().build())
                .state(InstanceGroupState.fromValue(state()))
                .timeline(InstanceGroupTimeline.builder()
                        .creationDateTime(timeline().creationDateTime())
                        .readyDateTime(timeline().readyDateTime())
                        .endDateTime(timeline().endDateTime())
                        .build());
        if (cluster.hasEnded()) {
            status.stateChangeReason(InstanceGroupStateChangeReason.builder()
                    .code(InstanceGroupStateChangeReasonCode.CLUSTER_TERMINATED)
                    .message(TERMINATED)
                    .build());
        }
        int running = nodes.map(there -> there.running(new InstanceCollection.Group(group), all))
                .orElse(group.requestedInstanceCount());
        return group.copy(
                copy -> copy.runningInstanceCount(runs() ? running : 0).status(status.build()));
    }

    InstanceFleet of(InstanceFleet fleet, List<InstanceCollection> all) {
        InstanceFleetStatus.Builder status = InstanceFleetStatus.builder()
                .stateChangeReason(InstanceFleetStateChangeReason.builder().build())
                .state(InstanceFleetState.fromValue(state()))
                .timeline(InstanceFleetTimeline.builder()
                        .creationDateTime(timeline().creationDateTime())
                        .readyDateTime(timeline().readyDateTime())
                        .endDateTime(timeline().endDateTime())
                        .build());
        if (cluster.hasEnded()) {
            status.stateChangeReason(InstanceFleetStateChangeReason.builder()
                    .code(InstanceFleetStateChangeReasonCode.CLUSTER_TERMINATED)
                    .message(TERMINATED)
                    .build());
        }
        Optional<Integer> running = nodes.map(there -> there.running(new InstanceCollection.Fleet(fleet), all));
        return fleet.copy(
                copy -> copy.provisionedOnDemandCapacity(runs() ? running.orElse(fleet.targetOnDemandCapacity()) : 0)
                        .provisionedSpotCapacity(runs() && running.isEmpty() ? fleet.targetSpotCapacity() : 0)
                        .status(status.build()));
    }

    /** Returns an instance as it is shown. Where there is no YARN, every instance is this machine. */
    Instance of(InstanceRecord instance) {
        boolean fleet = cluster.cluster().instanceCollectionType() == InstanceCollectionType.INSTANCE_FLEET;
        return Instance.builder()
                .id(instance.id())
                .ec2InstanceId(instance.ec2Id())
                .instanceGroupId(fleet ? null : instance.collection())
                .instanceFleetId(fleet ? instance.collection() : null)
                .instanceType(instance.instanceType())
                .market(instance.market())
                .privateDnsName(NewCluster.HOST)
                .privateIpAddress("127.0.0.1")
                .publicDnsName(NewCluster.HOST)
                .publicIpAddress("127.0.0.1")
                .status(status(instance))
                .build();
    }

    private InstanceStatus status(InstanceRecord instance) {
        Optional<Instant> ended =
                instance.ended().or(() -> Optional.ofNullable(timeline().endDateTime()));
        Optional<Instant> ready = Optional.ofNullable(timeline().readyDateTime())
                .map(time -> time.isBefore(instance.created()) ? instance.created() : time);
        InstanceStatus.Builder status = InstanceStatus.builder()
                .stateChangeReason(InstanceStateChangeReason.builder().build())
                .state(ended.isPresent() ? InstanceState.TERMINATED : living())
                .timeline(InstanceTimeline.builder()
                        .creationDateTime(instance.created())
                        .readyDateTime(ready.orElse(null))
                        .endDateTime(ended.orElse(null))
                        .build());
        if (ended.isPresent() && instance.ended().isEmpty()) {
            status.stateChangeReason(InstanceStateChangeReason.builder()
                    .code(InstanceStateChangeReasonCode.CLUSTER_TERMINATED)
                    .message(TERMINATED)
                    .build());
        }
        return status.build();
    }

    private InstanceState living() {
        String state = state();
        return state.equals("TERMINATING") ? InstanceState.RUNNING : InstanceState.fromValue(state);
    }

    private String state() {
        return switch (cluster.state()) {
            case STARTING -> "PROVISIONING";
            case BOOTSTRAPPING -> "BOOTSTRAPPING";
            case RUNNING, WAITING -> "RUNNING";
            case TERMINATING -> "TERMINATING";
            case TERMINATED, TERMINATED_WITH_ERRORS -> "TERMINATED";
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("A state that is not EMR's");
        };
    }

    private boolean runs() {
        return state().equals("RUNNING");
    }

    private ClusterTimeline timeline() {
        return cluster.cluster().status().timeline();
    }
}
