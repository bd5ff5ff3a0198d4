package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.check.JobFlowChecks;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.ClusterRecords;
import io.laguna.emulator.emr.record.SecurityConfigurationRecords;
import io.laguna.emulator.emr.release.Release;
import io.laguna.emulator.emr.release.Releases;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.KerberosAttributes;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.RunJobFlowResponse;
import software.amazon.awssdk.services.emr.model.SetKeepJobFlowAliveWhenNoStepsRequest;
import software.amazon.awssdk.services.emr.model.SetKeepJobFlowAliveWhenNoStepsResponse;
import software.amazon.awssdk.services.emr.model.SetTerminationProtectionRequest;
import software.amazon.awssdk.services.emr.model.SetTerminationProtectionResponse;
import software.amazon.awssdk.services.emr.model.SetUnhealthyNodeReplacementRequest;
import software.amazon.awssdk.services.emr.model.SetUnhealthyNodeReplacementResponse;
import software.amazon.awssdk.services.emr.model.SetVisibleToAllUsersRequest;
import software.amazon.awssdk.services.emr.model.SetVisibleToAllUsersResponse;
import software.amazon.awssdk.services.emr.model.TerminateJobFlowsRequest;
import software.amazon.awssdk.services.emr.model.TerminateJobFlowsResponse;

/**
 * The operations that still call a cluster a job flow.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html and the others' pages beside it.
 */
public final class JobFlows extends Room {
    private final Caller caller;
    private final State state;
    private final LivingClusters living;
    private final Releases releases;

    public JobFlows(Caller caller, State state, LivingClusters living, Releases releases) {
        this.caller = caller;
        this.state = state;
        this.living = living;
        this.releases = releases;
    }

    @Override
    public RunJobFlowResponse runJobFlow(RunJobFlowRequest request) {
        Release release = new JobFlowChecks(releases).check(request);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        NewCluster asked = new NewCluster(caller, withoutSecrets(request), release, now);
        Cluster cluster = state.write(handle -> {
            Optional.ofNullable(request.securityConfiguration())
                    .ifPresent(name -> new SecurityConfigurationRecords(handle, caller).known(name));
            return asked.insert(handle);
        });
        living.begin(cluster.id());
        return RunJobFlowResponse.builder()
                .jobFlowId(cluster.id())
                .clusterArn(cluster.clusterArn())
                .build();
    }

    /** All of them end or none. */
    @Override
    public TerminateJobFlowsResponse terminateJobFlows(TerminateJobFlowsRequest request) {
        if (request.jobFlowIds().isEmpty()) {
            throw Failures.validation("The JobFlowId list cannot be empty");
        }
        if (new HashSet<>(request.jobFlowIds()).size() < request.jobFlowIds().size()) {
            throw Failures.validation("Specified job flow ID does not exist");
        }
        List<ClusterRecord> records = state.read(handle -> request.jobFlowIds().stream()
                .map(id -> new ClusterRecords(handle).find(caller, id).orElseThrow(Failures::noJobFlow))
                .toList());
        if (records.stream()
                .anyMatch(record -> !record.isEnding() && record.cluster().terminationProtected())) {
            throw Failures.validation(
                    "Could not shut down one or more job flows since they are termination protected.");
        }
        records.forEach(record -> change(record.id(), change -> {
            change.terminate(ClusterStateChangeReasonCode.USER_REQUEST, "Terminated by user request");
            return true;
        }));
        records.forEach(record -> living.ending(record.id()));
        return TerminateJobFlowsResponse.builder().build();
    }

    @Override
    public SetTerminationProtectionResponse setTerminationProtection(SetTerminationProtectionRequest request) {
        set(request.jobFlowIds(), copy -> copy.terminationProtected(request.terminationProtected()));
        return SetTerminationProtectionResponse.builder().build();
    }

    @Override
    public SetKeepJobFlowAliveWhenNoStepsResponse setKeepJobFlowAliveWhenNoSteps(
            SetKeepJobFlowAliveWhenNoStepsRequest request) {
        set(request.jobFlowIds(), copy -> copy.autoTerminate(!request.keepJobFlowAliveWhenNoSteps()));
        return SetKeepJobFlowAliveWhenNoStepsResponse.builder().build();
    }

    @Override
    public SetVisibleToAllUsersResponse setVisibleToAllUsers(SetVisibleToAllUsersRequest request) {
        set(request.jobFlowIds(), copy -> copy.visibleToAllUsers(request.visibleToAllUsers()));
        return SetVisibleToAllUsersResponse.builder().build();
    }

    @Override
    public SetUnhealthyNodeReplacementResponse setUnhealthyNodeReplacement(SetUnhealthyNodeReplacementRequest request) {
        set(request.jobFlowIds(), copy -> copy.unhealthyNodeReplacement(request.unhealthyNodeReplacement()));
        return SetUnhealthyNodeReplacementResponse.builder().build();
    }

    private void set(List<String> ids, UnaryOperator<Cluster.Builder> setting) {
        for (String id : ids) {
            change(id, change -> {
                if (change.record().isEnding()) {
                    throw Failures.notModifiable();
                }
                change.set(setting.apply(change.cluster().toBuilder()).build());
                return true;
            });
            living.changed(id);
        }
    }

    private void change(String id, Function<ClusterChange, Boolean> work) {
        ClusterChange.of(state, caller, id, Failures::noJobFlow, work);
    }

    /** There is no Kerberos here that would need them. */
    private static RunJobFlowRequest withoutSecrets(RunJobFlowRequest request) {
        Optional<KerberosAttributes> kerberos = Optional.ofNullable(request.kerberosAttributes());
        return kerberos.map(attributes ->
                        request.copy(copy -> copy.kerberosAttributes(attributes.copy(kept -> kept.kdcAdminPassword(null)
                                .crossRealmTrustPrincipalPassword(null)
                                .adDomainJoinPassword(null)))))
                .orElse(request);
    }
}
