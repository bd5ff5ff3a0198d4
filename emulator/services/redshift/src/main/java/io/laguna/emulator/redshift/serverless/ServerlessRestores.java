package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftserverless.model.NamespaceStatus;
import software.amazon.awssdk.services.redshiftserverless.model.RestoreFromSnapshotRequest;
import software.amazon.awssdk.services.redshiftserverless.model.RestoreFromSnapshotResponse;
import software.amazon.awssdk.services.redshiftserverless.model.SnapshotStatus;
import software.amazon.awssdk.services.redshiftserverless.model.WorkgroupStatus;

/**
 * The operation that puts the data of a snapshot into a namespace, in the place of what it has.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_RestoreFromSnapshot.html">
 *     RestoreFromSnapshot</a>
 */
final class ServerlessRestores extends Room {
    private final Caller caller;
    private final ServerlessSetting setting;

    ServerlessRestores(Caller caller, ServerlessSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    @Override
    public RestoreFromSnapshotResponse restoreFromSnapshot(RestoreFromSnapshotRequest request) {
        if (Boolean.TRUE.equals(request.manageAdminPassword())) {
            throw Failures.notBuilt("manageAdminPassword of a restored namespace");
        }
        String name = Optional.ofNullable(request.snapshotName())
                .orElseThrow(() -> Failures.validation("snapshotName must be given."));
        NamespaceRecord restoring = setting.state().write(handle -> {
            ServerlessSnapshotRecord snapshot = new ServerlessSnapshotRecords(handle).known(caller, name);
            NamespaceRecords namespaces = new NamespaceRecords(handle);
            NamespaceRecord namespace = namespaces.known(caller, request.namespaceName());
            WorkgroupRecords workgroups = new WorkgroupRecords(handle);
            WorkgroupRecord workgroup = workgroups.known(caller, request.workgroupName());
            boolean ready = snapshot.snapshot().status() == SnapshotStatus.AVAILABLE
                    && workgroup.namespace().equals(namespace.id())
                    && workgroup.status() == WorkgroupStatus.AVAILABLE;
            if (!ready) {
                throw Failures.conflict("The snapshot, or the workgroup of the namespace, is not available.");
            }
            NamespaceRecord changed = namespace
                    .with(each -> each.adminUsername(snapshot.snapshot().adminUsername()))
                    .withPassword(Optional.empty())
                    .withSnapshot(Optional.of(snapshot.id()))
                    .in(NamespaceStatus.MODIFYING);
            namespaces.save(changed);
            workgroups.save(workgroup.in(WorkgroupStatus.CREATING));
            return changed;
        });
        setting.wake().run();
        return RestoreFromSnapshotResponse.builder()
                .namespace(restoring.namespace())
                .snapshotName(name)
                .ownerAccount(caller.accountId())
                .build();
    }
}
