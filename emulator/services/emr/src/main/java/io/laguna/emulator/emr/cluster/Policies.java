package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.check.JobFlowChecks;
import io.laguna.emulator.emr.check.ScalingChecks;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.PolicyRecords;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emr.model.GetAutoTerminationPolicyRequest;
import software.amazon.awssdk.services.emr.model.GetAutoTerminationPolicyResponse;
import software.amazon.awssdk.services.emr.model.GetManagedScalingPolicyRequest;
import software.amazon.awssdk.services.emr.model.GetManagedScalingPolicyResponse;
import software.amazon.awssdk.services.emr.model.PutAutoTerminationPolicyRequest;
import software.amazon.awssdk.services.emr.model.PutAutoTerminationPolicyResponse;
import software.amazon.awssdk.services.emr.model.PutManagedScalingPolicyRequest;
import software.amazon.awssdk.services.emr.model.PutManagedScalingPolicyResponse;
import software.amazon.awssdk.services.emr.model.RemoveAutoTerminationPolicyRequest;
import software.amazon.awssdk.services.emr.model.RemoveAutoTerminationPolicyResponse;
import software.amazon.awssdk.services.emr.model.RemoveManagedScalingPolicyRequest;
import software.amazon.awssdk.services.emr.model.RemoveManagedScalingPolicyResponse;

/**
 * Managed scaling, which is kept and returned, and auto-termination, which ends idle clusters.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_PutAutoTerminationPolicy.html and others
 */
public final class Policies extends Room {
    private final State state;
    private final LivingClusters living;
    private final ClusterLookup lookup;

    public Policies(Caller caller, State state, LivingClusters living) {
        this.state = state;
        this.living = living;
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public PutManagedScalingPolicyResponse putManagedScalingPolicy(PutManagedScalingPolicyRequest request) {
        if (request.managedScalingPolicy() == null) {
            throw Failures.missing("managedScalingPolicy");
        }
        ScalingChecks.check(request.managedScalingPolicy());
        change(request.clusterId(), policies -> policies.put(request.managedScalingPolicy()));
        return PutManagedScalingPolicyResponse.builder().build();
    }

    @Override
    public GetManagedScalingPolicyResponse getManagedScalingPolicy(GetManagedScalingPolicyRequest request) {
        return state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            GetManagedScalingPolicyResponse.Builder response = GetManagedScalingPolicyResponse.builder();
            new PolicyRecords(handle, record.id()).managedScaling().ifPresent(response::managedScalingPolicy);
            return response.build();
        });
    }

    @Override
    public RemoveManagedScalingPolicyResponse removeManagedScalingPolicy(RemoveManagedScalingPolicyRequest request) {
        change(request.clusterId(), PolicyRecords::removeManagedScaling);
        return RemoveManagedScalingPolicyResponse.builder().build();
    }

    @Override
    public PutAutoTerminationPolicyResponse putAutoTerminationPolicy(PutAutoTerminationPolicyRequest request) {
        if (request.autoTerminationPolicy() == null) {
            throw Failures.missing("autoTerminationPolicy");
        }
        JobFlowChecks.check(request.autoTerminationPolicy());
        change(request.clusterId(), policies -> policies.put(request.autoTerminationPolicy()));
        return PutAutoTerminationPolicyResponse.builder().build();
    }

    @Override
    public GetAutoTerminationPolicyResponse getAutoTerminationPolicy(GetAutoTerminationPolicyRequest request) {
        return state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            GetAutoTerminationPolicyResponse.Builder response = GetAutoTerminationPolicyResponse.builder();
            new PolicyRecords(handle, record.id()).autoTermination().ifPresent(response::autoTerminationPolicy);
            return response.build();
        });
    }

    @Override
    public RemoveAutoTerminationPolicyResponse removeAutoTerminationPolicy(RemoveAutoTerminationPolicyRequest request) {
        change(request.clusterId(), PolicyRecords::removeAutoTermination);
        return RemoveAutoTerminationPolicyResponse.builder().build();
    }

    private void change(String cluster, Consumer<PolicyRecords> change) {
        lookup.change(cluster, locked -> {
            if (locked.record().isEnding()) {
                throw Failures.notModifiable();
            }
            change.accept(locked.policies());
            return true;
        });
        living.changed(cluster);
    }
}
