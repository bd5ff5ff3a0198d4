package io.laguna.emulator.emr.instance;

import io.laguna.emulator.emr.check.InstanceRequest;
import io.laguna.emulator.emr.cluster.ClusterLookup;
import io.laguna.emulator.emr.record.InstanceCollection;
import io.laguna.emulator.emr.record.InstanceRecords;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.emr.model.AutoScalingPolicyDescription;
import software.amazon.awssdk.services.emr.model.InstanceGroup;
import software.amazon.awssdk.services.emr.model.PutAutoScalingPolicyRequest;
import software.amazon.awssdk.services.emr.model.PutAutoScalingPolicyResponse;
import software.amazon.awssdk.services.emr.model.RemoveAutoScalingPolicyRequest;
import software.amazon.awssdk.services.emr.model.RemoveAutoScalingPolicyResponse;

/**
 * Scaling policies of instance groups: kept and returned, there is nothing to scale.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_PutAutoScalingPolicy.html
 */
public final class AutoScaling extends Room {
    private final ClusterLookup lookup;

    public AutoScaling(Caller caller, State state) {
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public PutAutoScalingPolicyResponse putAutoScalingPolicy(PutAutoScalingPolicyRequest request) {
        if (request.autoScalingPolicy() == null) {
            throw Failures.missing("autoScalingPolicy");
        }
        AutoScalingPolicyDescription policy = InstanceRequest.attached(request.autoScalingPolicy());
        String arn = change(request.clusterId(), request.instanceGroupId(), group -> group.autoScalingPolicy(policy));
        return PutAutoScalingPolicyResponse.builder()
                .clusterId(request.clusterId())
                .instanceGroupId(request.instanceGroupId())
                .autoScalingPolicy(policy)
                .clusterArn(arn)
                .build();
    }

    @Override
    public RemoveAutoScalingPolicyResponse removeAutoScalingPolicy(RemoveAutoScalingPolicyRequest request) {
        change(
                request.clusterId(),
                request.instanceGroupId(),
                group -> group.autoScalingPolicy((AutoScalingPolicyDescription) null));
        return RemoveAutoScalingPolicyResponse.builder().build();
    }

    private String change(String cluster, String id, UnaryOperator<InstanceGroup.Builder> change) {
        return lookup.change(cluster, locked -> {
            if (locked.record().isEnding()) {
                throw Failures.notModifiable();
            }
            InstanceRecords records = new InstanceRecords(locked.handle(), cluster);
            InstanceCollection found = records.collections().stream()
                    .filter(each -> each instanceof InstanceCollection.Group
                            && each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Failures.invalid("Instance group id '" + id + "' is not valid."));
            InstanceGroup group = ((InstanceCollection.Group) found).group();
            records.save(
                    new InstanceCollection.Group(change.apply(group.toBuilder()).build()));
            return locked.cluster().clusterArn();
        });
    }
}
