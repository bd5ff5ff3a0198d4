package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.check.InstanceRequest;
import io.laguna.emulator.emr.check.StepChecks;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.ClusterRecords;
import io.laguna.emulator.emr.record.InstanceRecords;
import io.laguna.emulator.emr.record.PolicyRecords;
import io.laguna.emulator.emr.record.StepRecords;
import io.laguna.emulator.emr.release.Release;
import io.laguna.emulator.emr.request.Ids;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emr.model.Application;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReason;
import software.amazon.awssdk.services.emr.model.ClusterStatus;
import software.amazon.awssdk.services.emr.model.ClusterTimeline;
import software.amazon.awssdk.services.emr.model.Ec2InstanceAttributes;
import software.amazon.awssdk.services.emr.model.InstanceCollectionType;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.PlacementType;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.ScaleDownBehavior;
import software.amazon.awssdk.services.emr.model.Step;

/** A cluster as it is asked for, made into what is kept of it. The request has been checked. */
public record NewCluster(Caller caller, RunJobFlowRequest request, Release release, Instant now) {
    /** The name of the one machine that there is. */
    public static final String HOST = "localhost";

    /** Writes it into the state. */
    Cluster insert(Handle handle) {
        Cluster cluster = cluster();
        new ClusterRecords(handle).insert(new ClusterRecord(caller, cluster, Optional.empty()), request);
        InstanceRecords instances = new InstanceRecords(handle, cluster.id());
        InstanceRequest.of(request.instances(), now)
                .forEach(asked -> instances.insert(asked.collection(), asked.instances()));
        StepRecords steps = new StepRecords(handle);
        steps().forEach(step -> steps.insert(cluster.id(), step));
        PolicyRecords policies = new PolicyRecords(handle, cluster.id());
        Optional.ofNullable(request.managedScalingPolicy()).ifPresent(policies::put);
        Optional.ofNullable(request.autoTerminationPolicy()).ifPresent(policies::put);
        return cluster;
    }

    private Cluster cluster() {
        String id = Ids.cluster();
        JobFlowInstancesConfig instances = request.instances();
        return Shapes.copy(request, Cluster.builder())
                .id(id)
                .clusterArn(caller.arn("elasticmapreduce", "cluster/" + id))
                .status(ClusterStatus.builder()
                        .state(ClusterState.STARTING)
                        .stateChangeReason(ClusterStateChangeReason.builder()
                                .message("Provisioning Amazon EC2 capacity")
                                .build())
                        .timeline(
                                ClusterTimeline.builder().creationDateTime(now).build())
                        .build())
                .ec2InstanceAttributes(attributes(instances))
                .instanceCollectionType(
                        instances.hasInstanceFleets()
                                ? InstanceCollectionType.INSTANCE_FLEET
                                : InstanceCollectionType.INSTANCE_GROUP)
                .autoTerminate(!isTrue(instances.keepJobFlowAliveWhenNoSteps()))
                .terminationProtected(isTrue(instances.terminationProtected()))
                .unhealthyNodeReplacement(instances.unhealthyNodeReplacement())
                .visibleToAllUsers(
                        Optional.ofNullable(request.visibleToAllUsers()).orElse(true))
                .applications(applications())
                .normalizedInstanceHours(0)
                .masterPublicDnsName(HOST)
                .scaleDownBehavior(Optional.ofNullable(request.scaleDownBehavior())
                        .orElse(ScaleDownBehavior.TERMINATE_AT_TASK_COMPLETION))
                .placementGroups(request.placementGroupConfigs())
                .stepConcurrencyLevel(concurrency())
                .build();
    }

    private Ec2InstanceAttributes attributes(JobFlowInstancesConfig instances) {
        Optional<PlacementType> placement = Optional.ofNullable(instances.placement());
        return Shapes.copy(instances, Ec2InstanceAttributes.builder())
                .ec2SubnetId(Optional.ofNullable(instances.ec2SubnetId())
                        .or(() -> instances.ec2SubnetIds().stream().findFirst())
                        .orElse(null))
                .requestedEc2SubnetIds(
                        instances.ec2SubnetId() == null ? instances.ec2SubnetIds() : List.of(instances.ec2SubnetId()))
                .ec2AvailabilityZone(
                        placement.map(PlacementType::availabilityZone).orElse(caller.region() + "a"))
                .requestedEc2AvailabilityZones(
                        placement.map(PlacementType::availabilityZones).orElse(List.of()))
                .iamInstanceProfile(request.jobFlowRole())
                .build();
    }

    /** Hadoop is on every cluster, but in the description only where it, or nothing, was asked for. */
    private List<Application> applications() {
        List<Application> asked = request.applications().isEmpty()
                ? List.of(Application.builder().name("Hadoop").build())
                : request.applications();
        return asked.stream()
                .flatMap(each -> release.application(each).stream())
                .toList();
    }

    private List<Step> steps() {
        return request.steps().stream()
                .map(config -> StepChecks.step(config, concurrency(), Optional.empty(), now))
                .toList();
    }

    private int concurrency() {
        return Objects.requireNonNullElse(request.stepConcurrencyLevel(), 1);
    }

    private static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
