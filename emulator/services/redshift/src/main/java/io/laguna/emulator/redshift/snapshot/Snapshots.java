package io.laguna.emulator.redshift.snapshot;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.record.SnapshotRecord;
import io.laguna.emulator.redshift.record.SnapshotRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.request.TagLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.redshift.model.BatchDeleteClusterSnapshotsRequest;
import software.amazon.awssdk.services.redshift.model.BatchDeleteClusterSnapshotsResponse;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.CopyClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.CopyClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.DeleteClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.DeleteClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSnapshotStateException;
import software.amazon.awssdk.services.redshift.model.ModifyClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.ModifyClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.Snapshot;
import software.amazon.awssdk.services.redshift.model.SnapshotErrorMessage;

/**
 * The operations that make, copy, change and delete snapshots.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateClusterSnapshot.html">
 *     CreateClusterSnapshot</a>
 */
public final class Snapshots extends Room {
    private static final int FOR_EVER = -1;
    private static final int LONGEST = 3653;

    private final Caller caller;
    private final SnapshotSetting setting;
    private final SnapshotWork work;

    public Snapshots(Caller caller, SnapshotSetting setting, SnapshotWork work) {
        this.caller = caller;
        this.setting = setting;
        this.work = work;
    }

    /** Begins to make a snapshot of a cluster, which goes on meanwhile. */
    @Override
    public CreateClusterSnapshotResponse createClusterSnapshot(CreateClusterSnapshotRequest request) {
        String identifier = Constraints.identifier("SnapshotIdentifier", request.snapshotIdentifier());
        String name = Constraints.identifier("ClusterIdentifier", request.clusterIdentifier());
        new Constraints().tags(request.tags()).check();
        int days = days(request.manualSnapshotRetentionPeriod());
        Snapshot answer = setting.state().write(handle -> {
            ClusterRecord cluster =
                    new ClusterRecords(handle).lock(caller, name).orElseThrow(() -> Failures.noCluster(name));
            if (!List.of("available", "paused").contains(cluster.status())) {
                throw Failures.state(
                        "Cannot create a snapshot of cluster " + name + " because it is " + cluster.status() + ".");
            }
            SnapshotRecord record = NewSnapshot.of(cluster, identifier, "manual", days, setting.now());
            insert(new SnapshotRecords(handle), record);
            new ResourceRecords(handle, caller).tagTable().put(record.arn(), TagLists.map(request.tags()));
            return SnapshotAnswers.of(handle, record, setting.now());
        });
        setting.wake().run();
        return CreateClusterSnapshotResponse.builder().snapshot(answer).build();
    }

    private static void insert(SnapshotRecords records, SnapshotRecord record) {
        if (!records.insert(record)) {
            throw Failures.snapshotExists(record.identifier());
        }
    }

    private static int days(Integer given) {
        int days = Optional.ofNullable(given).orElse(FOR_EVER);
        if (days == 0 || days < FOR_EVER || days > LONGEST) {
            throw Failures.parameter(
                    "The manual snapshot retention period must be -1 or between 1 and " + LONGEST + ".");
        }
        return days;
    }

    /** Begins to copy a snapshot: an automated one is kept that way. */
    @Override
    public CopyClusterSnapshotResponse copyClusterSnapshot(CopyClusterSnapshotRequest request) {
        String identifier = Constraints.identifier("TargetSnapshotIdentifier", request.targetSnapshotIdentifier());
        int days = days(request.manualSnapshotRetentionPeriod());
        Snapshot answer = setting.state().write(handle -> {
            SnapshotRecord source = SnapshotLookup.find(
                    handle, caller, request.sourceSnapshotIdentifier(), request.sourceSnapshotIdentifier());
            expectAvailable(source);
            SnapshotRecord copy = new SnapshotRecord(UUID.randomUUID(), caller, source.id(), source.snapshot())
                    .with(snapshot -> snapshot.snapshotIdentifier(identifier)
                            .snapshotType("manual")
                            .status("creating")
                            .manualSnapshotRetentionPeriod(days)
                            .snapshotRetentionStartTime(setting.now())
                            .snapshotArn(
                                    NewSnapshot.arn(caller, source.snapshot().clusterIdentifier(), identifier)));
            insert(new SnapshotRecords(handle), copy);
            return SnapshotAnswers.of(handle, copy, setting.now());
        });
        setting.wake().run();
        return CopyClusterSnapshotResponse.builder().snapshot(answer).build();
    }

    private static void expectAvailable(SnapshotRecord record) {
        if (!record.status().equals("available")) {
            throw InvalidClusterSnapshotStateException.builder()
                    .message(
                            "The snapshot " + record.identifier() + " is not available: it is " + record.status() + ".")
                    .build();
        }
    }

    @Override
    public DeleteClusterSnapshotResponse deleteClusterSnapshot(DeleteClusterSnapshotRequest request) {
        return DeleteClusterSnapshotResponse.builder()
                .snapshot(deleted(request.snapshotIdentifier()))
                .build();
    }

    private Snapshot deleted(String identifier) {
        SnapshotRecord record = setting.state().read(handle -> SnapshotLookup.find(handle, caller, identifier, null));
        expectAvailable(record);
        Snapshot answer = setting.state().read(handle -> SnapshotAnswers.of(handle, record, setting.now()));
        work.delete(record);
        return answer.toBuilder().status("deleted").build();
    }

    @Override
    public BatchDeleteClusterSnapshotsResponse batchDeleteClusterSnapshots(BatchDeleteClusterSnapshotsRequest request) {
        List<String> deleted = new ArrayList<>();
        List<SnapshotErrorMessage> errors = new ArrayList<>();
        request.identifiers().forEach(each -> {
            try {
                deleted(each.snapshotIdentifier());
                deleted.add(each.snapshotIdentifier());
            } catch (ClusterSnapshotNotFoundException | InvalidClusterSnapshotStateException e) {
                errors.add(SnapshotErrorMessage.builder()
                        .snapshotIdentifier(each.snapshotIdentifier())
                        .snapshotClusterIdentifier(each.snapshotClusterIdentifier())
                        .failureCode(
                                e instanceof ClusterSnapshotNotFoundException
                                        ? "ClusterSnapshotNotFound"
                                        : "InvalidClusterSnapshotState")
                        .failureReason(e.getMessage())
                        .build());
            }
        });
        return BatchDeleteClusterSnapshotsResponse.builder()
                .resources(deleted)
                .errors(errors)
                .build();
    }

    /** Changes how long a snapshot is kept. */
    @Override
    public ModifyClusterSnapshotResponse modifyClusterSnapshot(ModifyClusterSnapshotRequest request) {
        int days = days(request.manualSnapshotRetentionPeriod());
        Function<SnapshotRecord, SnapshotRecord> change = record -> record.with(
                snapshot -> snapshot.manualSnapshotRetentionPeriod(days).snapshotRetentionStartTime(setting.now()));
        Snapshot answer = setting.state().write(handle -> {
            SnapshotRecord changed =
                    change.apply(SnapshotLookup.find(handle, caller, request.snapshotIdentifier(), null));
            new SnapshotRecords(handle).save(changed);
            return SnapshotAnswers.of(handle, changed, setting.now());
        });
        return ModifyClusterSnapshotResponse.builder().snapshot(answer).build();
    }
}
