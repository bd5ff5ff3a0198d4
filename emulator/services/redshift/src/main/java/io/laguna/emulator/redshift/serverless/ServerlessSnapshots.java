package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.redshift.record.ResourceRecords;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.redshiftserverless.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.redshiftserverless.model.CreateSnapshotResponse;
import software.amazon.awssdk.services.redshiftserverless.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.redshiftserverless.model.DeleteSnapshotResponse;
import software.amazon.awssdk.services.redshiftserverless.model.GetSnapshotRequest;
import software.amazon.awssdk.services.redshiftserverless.model.GetSnapshotResponse;
import software.amazon.awssdk.services.redshiftserverless.model.ListSnapshotsRequest;
import software.amazon.awssdk.services.redshiftserverless.model.ListSnapshotsResponse;
import software.amazon.awssdk.services.redshiftserverless.model.Snapshot;
import software.amazon.awssdk.services.redshiftserverless.model.SnapshotStatus;

/**
 * The operations on snapshots of namespaces: copies of their folders.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateSnapshot.html">
 *     CreateSnapshot</a>
 */
final class ServerlessSnapshots extends Room {
    private static final int MOST = 100;

    private final Caller caller;
    private final ServerlessSetting setting;

    ServerlessSnapshots(Caller caller, ServerlessSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    /** Begins to make a snapshot of a namespace, which goes on meanwhile. */
    @Override
    public CreateSnapshotResponse createSnapshot(CreateSnapshotRequest request) {
        new Constraints()
                .present("snapshotName", request.snapshotName())
                .length("snapshotName", request.snapshotName(), 1, 235)
                .tags(request.tags())
                .check();
        Snapshot snapshot = setting.state().write(handle -> {
            NamespaceRecord namespace = new NamespaceRecords(handle).known(caller, request.namespaceName());
            if (new WorkgroupRecords(handle).of(namespace.id()).isEmpty()) {
                throw Failures.conflict("The namespace " + namespace.name() + " has no workgroup.");
            }
            ServerlessSnapshotRecord record = described(namespace, request);
            if (!new ServerlessSnapshotRecords(handle).insert(record)) {
                throw Failures.conflict("The snapshot " + request.snapshotName() + " already exists.");
            }
            new ResourceRecords(handle, caller)
                    .tagTable()
                    .put(record.snapshot().snapshotArn(), Constraints.map(request.tags()));
            return record.snapshot();
        });
        setting.wake().run();
        return CreateSnapshotResponse.builder().snapshot(snapshot).build();
    }

    private ServerlessSnapshotRecord described(NamespaceRecord namespace, CreateSnapshotRequest request) {
        UUID id = UUID.randomUUID();
        Snapshot snapshot = Snapshot.builder()
                .snapshotName(request.snapshotName())
                .snapshotArn(caller.arn("redshift-serverless", "snapshot/" + id))
                .namespaceName(namespace.name())
                .namespaceArn(namespace.namespace().namespaceArn())
                .adminUsername(namespace.namespace().adminUsername())
                .kmsKeyId(namespace.namespace().kmsKeyId())
                .ownerAccount(caller.accountId())
                .snapshotCreateTime(setting.now())
                .snapshotRetentionPeriod(
                        Optional.ofNullable(request.retentionPeriod()).orElse(-1))
                .snapshotRetentionStartTime(setting.now())
                .status(SnapshotStatus.CREATING)
                .build();
        return new ServerlessSnapshotRecord(id, caller, namespace.id(), snapshot);
    }

    @Override
    public GetSnapshotResponse getSnapshot(GetSnapshotRequest request) {
        String name = Optional.ofNullable(request.snapshotName())
                .or(() -> Optional.ofNullable(request.snapshotArn()))
                .orElseThrow(() -> Failures.validation("snapshotName or snapshotArn must be given."));
        new Constraints().text("snapshotName", name).check();
        return GetSnapshotResponse.builder()
                .snapshot(setting.state().read(handle -> new ServerlessSnapshotRecords(handle).all(caller)).stream()
                        .map(ServerlessSnapshotRecord::snapshot)
                        .filter(snapshot -> snapshot.snapshotName().equals(name)
                                || snapshot.snapshotArn().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Failures.notFound("snapshot", name)))
                .build();
    }

    @Override
    public ListSnapshotsResponse listSnapshots(ListSnapshotsRequest request) {
        new Constraints().pages(request.maxResults()).check();
        List<Snapshot> found =
                setting.state().read(handle -> new ServerlessSnapshotRecords(handle).all(caller)).stream()
                        .map(ServerlessSnapshotRecord::snapshot)
                        .filter(snapshot -> is(request.namespaceName(), snapshot.namespaceName()))
                        .filter(snapshot -> is(request.namespaceArn(), snapshot.namespaceArn()))
                        .filter(snapshot -> is(request.ownerAccount(), snapshot.ownerAccount()))
                        .filter(snapshot -> request.startTime() == null
                                || !snapshot.snapshotCreateTime().isBefore(request.startTime()))
                        .filter(snapshot -> request.endTime() == null
                                || !snapshot.snapshotCreateTime().isAfter(request.endTime()))
                        .toList();
        Page<Snapshot> page = Page.ofSorted(
                found,
                Snapshot::snapshotName,
                request.nextToken(),
                Page.size(request.maxResults(), MOST),
                Failures::badToken);
        return ListSnapshotsResponse.builder()
                .snapshots(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static boolean is(String asked, String value) {
        return asked == null || asked.equals(value);
    }

    @Override
    public DeleteSnapshotResponse deleteSnapshot(DeleteSnapshotRequest request) {
        new Constraints()
                .present("snapshotName", request.snapshotName())
                .text("snapshotName", request.snapshotName())
                .check();
        ServerlessSnapshotRecord deleted = setting.state().write(handle -> {
            ServerlessSnapshotRecords records = new ServerlessSnapshotRecords(handle);
            ServerlessSnapshotRecord record = records.known(caller, request.snapshotName());
            records.delete(record.id());
            new ResourceRecords(handle, caller)
                    .tagTable()
                    .removeAll(record.snapshot().snapshotArn());
            return record;
        });
        setting.servers().deleteSnapshot(deleted.id());
        return DeleteSnapshotResponse.builder()
                .snapshot(deleted.snapshot().toBuilder()
                        .status(SnapshotStatus.DELETED)
                        .build())
                .build();
    }
}
