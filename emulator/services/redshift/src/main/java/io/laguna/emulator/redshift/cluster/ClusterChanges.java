package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.PortRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.server.ClusterPorts;
import io.laguna.emulator.redshift.server.ManagedPassword;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ModifyClusterIamRolesRequest;
import software.amazon.awssdk.services.redshift.model.ModifyClusterIamRolesResponse;
import software.amazon.awssdk.services.redshift.model.ModifyClusterMaintenanceRequest;
import software.amazon.awssdk.services.redshift.model.ModifyClusterMaintenanceResponse;
import software.amazon.awssdk.services.redshift.model.ModifyClusterRequest;
import software.amazon.awssdk.services.redshift.model.ModifyClusterResponse;
import software.amazon.awssdk.services.redshift.model.PendingModifiedValues;

/**
 * The operations that change clusters.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_ModifyCluster.html">ModifyCluster</a>
 */
public final class ClusterChanges extends Room {
    private static final Set<String> AVAILABLE = Set.of("available");
    private static final Set<String> LIVING = Set.of("available", "paused");

    private final Caller caller;
    private final ClusterSetting setting;

    public ClusterChanges(Caller caller, ClusterSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    /** Begins to change a cluster. The engine is told a new password, and a new port is opened, a moment later. */
    @Override
    public ModifyClusterResponse modifyCluster(ModifyClusterRequest request) {
        ClusterModification modification = new ClusterModification(request);
        Optional<String> renamed = Optional.ofNullable(request.newClusterIdentifier())
                .filter(name -> !name.isEmpty())
                .map(name -> Constraints.identifier("NewClusterIdentifier", name));
        ClusterRecord before =
                setting.state().read(handle -> ClusterLookup.find(handle, caller, request.clusterIdentifier()));
        Optional<MasterPassword> password = password(request, before.cluster());
        Cluster answer = setting.state().write(handle -> {
            ClusterRecord record = ClusterLookup.lock(handle, caller, request.clusterIdentifier(), AVAILABLE, "modify");
            ClusterRecord changed = modification.apply(record);
            Groups.check(handle, caller, changed.cluster());
            changed = withPassword(changed, password);
            changed = withPort(handle, changed, request.port());
            changed = renamed(handle, changed, renamed);
            changed = changed.in(renamed.isPresent() ? "renaming" : modification.resizes() ? "resizing" : "modifying");
            new ClusterRecords(handle).save(changed);
            return Answers.of(handle, changed);
        });
        setting.wake().run();
        PendingModifiedValues pending = PendingModifiedValues.builder()
                .masterUserPassword(password.isPresent() ? "****" : null)
                .clusterIdentifier(renamed.orElse(null))
                .build();
        return ModifyClusterResponse.builder()
                .cluster(answer.toBuilder().pendingModifiedValues(pending).build())
                .build();
    }

    private Optional<MasterPassword> password(ModifyClusterRequest request, Cluster cluster) {
        boolean given = request.masterUserPassword() != null
                && !request.masterUserPassword().isEmpty();
        boolean managed = Boolean.TRUE.equals(request.manageMasterPassword());
        return given || managed
                ? Optional.of(MasterPassword.choose(
                        setting.secrets(),
                        caller,
                        cluster.clusterIdentifier(),
                        cluster.masterUsername(),
                        request.masterUserPassword(),
                        request.manageMasterPassword()))
                : Optional.empty();
    }

    private ClusterRecord withPassword(ClusterRecord record, Optional<MasterPassword> password) {
        if (password.isEmpty()) {
            return record;
        }
        String sealed = ManagedPassword.sealed(
                setting.seal(),
                record.namespace(),
                record.cluster().masterUsername(),
                password.get().text());
        return record.with(cluster -> cluster.masterPasswordSecretArn(
                        password.get().secretArn().orElse(null)))
                .withPassword(Optional.of(sealed));
    }

    private ClusterRecord withPort(Handle handle, ClusterRecord record, Integer given) {
        if (given == null || Clusters.wantedPort(given) == record.port()) {
            return record;
        }
        new PortRecords(handle).release(record.namespace());
        int port = new ClusterPorts(setting.servers().settings()).take(handle, record.namespace(), given);
        return record.withPort(port);
    }

    private ClusterRecord renamed(Handle handle, ClusterRecord record, Optional<String> name) {
        if (name.isPresent()
                && new ClusterRecords(handle).find(caller, name.get()).isPresent()) {
            throw Failures.clusterExists();
        }
        return record.withRenamed(name);
    }

    @Override
    public ModifyClusterIamRolesResponse modifyClusterIamRoles(ModifyClusterIamRolesRequest request) {
        Cluster answer = setting.state().write(handle -> {
            ClusterRecord record =
                    ClusterLookup.lock(handle, caller, request.clusterIdentifier(), LIVING, "modify the roles of");
            ClusterRecord changed = record.with(cluster -> IamRoles.changed(record.cluster(), request, cluster));
            new ClusterRecords(handle).save(changed);
            return Answers.of(handle, changed);
        });
        return ModifyClusterIamRolesResponse.builder().cluster(answer).build();
    }

    /** Keeps when a cluster is to be maintained; nothing here is maintained by itself. */
    @Override
    public ModifyClusterMaintenanceResponse modifyClusterMaintenance(ModifyClusterMaintenanceRequest request) {
        Cluster answer = setting.state().write(handle -> {
            ClusterRecord record = ClusterLookup.lock(handle, caller, request.clusterIdentifier(), LIVING, "modify");
            ClusterRecord changed = record.with(cluster -> cluster.deferredMaintenanceWindows(
                    Boolean.TRUE.equals(request.deferMaintenance())
                            ? List.of(Maintenance.deferred(request))
                            : List.of()));
            new ClusterRecords(handle).save(changed);
            return Answers.of(handle, changed);
        });
        return ModifyClusterMaintenanceResponse.builder().cluster(answer).build();
    }
}
