package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.SnapshotRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.snapshot.NewSnapshot;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DeleteClusterRequest;
import software.amazon.awssdk.services.redshift.model.DeleteClusterResponse;

/**
 * The operation that deletes clusters, with a last snapshot unless that is skipped.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_DeleteCluster.html">DeleteCluster</a>
 */
public final class Deletions extends Room {
    private static final Set<String> DELETABLE = Set.of("available", "paused", "hardware-failure");

    private final Caller caller;
    private final ClusterSetting setting;

    public Deletions(Caller caller, ClusterSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    @Override
    public DeleteClusterResponse deleteCluster(DeleteClusterRequest request) {
        boolean skips = Boolean.TRUE.equals(request.skipFinalClusterSnapshot());
        Optional<String> last = Optional.ofNullable(request.finalClusterSnapshotIdentifier())
                .filter(given -> !given.isEmpty())
                .map(given -> Constraints.identifier("FinalClusterSnapshotIdentifier", given));
        if (skips && last.isPresent()) {
            throw Failures.combination(
                    "FinalClusterSnapshotIdentifier can not be specified when deleting a Redshift Cluster with"
                            + " SkipFinalClusterSnapshot set to true.");
        }
        if (!skips && last.isEmpty()) {
            throw Failures.combination(
                    "FinalClusterSnapshotIdentifier is required unless SkipFinalClusterSnapshot is specified.");
        }
        int days = NewCluster.manualRetention(request.finalClusterSnapshotRetentionPeriod(), -1);
        Cluster answer = setting.state().write(handle -> {
            ClusterRecord record = ClusterLookup.lock(handle, caller, request.clusterIdentifier(), DELETABLE, "delete");
            last.ifPresent(identifier -> {
                if (!new SnapshotRecords(handle)
                        .insert(NewSnapshot.of(record, identifier, "manual", days, setting.now()))) {
                    throw Failures.snapshotExists(identifier);
                }
            });
            ClusterRecord deleting = record.in(last.isPresent() ? "final-snapshot" : "deleting");
            new ClusterRecords(handle).save(deleting);
            return Answers.of(handle, deleting);
        });
        setting.wake().run();
        return DeleteClusterResponse.builder().cluster(answer).build();
    }
}
