package io.laguna.emulator.redshift.snapshot;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.SnapshotRecord;
import io.laguna.emulator.redshift.record.SnapshotRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.request.TagLists;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsResponse;
import software.amazon.awssdk.services.redshift.model.Snapshot;
import software.amazon.awssdk.services.redshift.model.SnapshotSortingEntity;
import software.amazon.awssdk.services.redshift.model.SortByOrder;

/**
 * The list of snapshots.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusterSnapshots.html">
 *     DescribeClusterSnapshots</a>
 */
public final class SnapshotList extends Room {
    private static final int MOST_RECORDS = 100;

    private final Caller caller;
    private final SnapshotSetting setting;

    public SnapshotList(Caller caller, SnapshotSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    @Override
    public DescribeClusterSnapshotsResponse describeClusterSnapshots(DescribeClusterSnapshotsRequest request) {
        Constraints constraints = new Constraints();
        request.sortingEntities()
                .forEach(entity -> constraints.present("sortingEntities.attribute", entity.attributeAsString()));
        constraints
                .text("ClusterIdentifier", request.clusterIdentifier())
                .text("SnapshotIdentifier", request.snapshotIdentifier())
                .text("SnapshotArn", request.snapshotArn())
                .text("SnapshotType", request.snapshotType())
                .text("OwnerAccount", request.ownerAccount())
                .maxRecords(request.maxRecords())
                .check();
        Page<Snapshot> page = Page.ofOrdered(
                setting.state().read(handle -> found(handle, request)),
                Snapshot::snapshotIdentifier,
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeClusterSnapshotsResponse.builder()
                .snapshots(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    private List<Snapshot> found(Handle handle, DescribeClusterSnapshotsRequest request) {
        boolean one = isGiven(request.snapshotIdentifier()) || isGiven(request.snapshotArn());
        List<SnapshotRecord> records = one
                ? List.of(SnapshotLookup.find(handle, caller, request.snapshotIdentifier(), request.snapshotArn()))
                : new SnapshotRecords(handle).all(caller);
        return records.stream()
                .filter(record -> !Boolean.TRUE.equals(request.clusterExists()) || lives(handle, record))
                .map(record -> SnapshotAnswers.of(handle, record, setting.now()))
                .filter(asked(request))
                .sorted(order(request.sortingEntities()))
                .toList();
    }

    private boolean lives(Handle handle, SnapshotRecord record) {
        return new ClusterRecords(handle)
                .find(caller, record.snapshot().clusterIdentifier())
                .filter(cluster -> cluster.cluster()
                        .clusterCreateTime()
                        .equals(record.snapshot().clusterCreateTime()))
                .isPresent();
    }

    private static Predicate<Snapshot> asked(DescribeClusterSnapshotsRequest request) {
        return snapshot -> is(request.clusterIdentifier(), snapshot.clusterIdentifier())
                && is(request.snapshotType(), snapshot.snapshotType())
                && is(request.ownerAccount(), snapshot.ownerAccount())
                && Optional.ofNullable(request.startTime())
                        .filter(start -> snapshot.snapshotCreateTime().isBefore(start))
                        .isEmpty()
                && Optional.ofNullable(request.endTime())
                        .filter(end -> snapshot.snapshotCreateTime().isAfter(end))
                        .isEmpty()
                && TagLists.match(snapshot.tags(), request.tagKeys(), request.tagValues());
    }

    private static boolean is(String asked, String value) {
        return !isGiven(asked) || asked.equalsIgnoreCase(value);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isEmpty();
    }

    private static Comparator<Snapshot> order(List<SnapshotSortingEntity> entities) {
        Comparator<Snapshot> order = Comparator.comparing(Snapshot::snapshotIdentifier);
        for (int i = entities.size() - 1; i >= 0; i--) {
            SnapshotSortingEntity entity = entities.get(i);
            Comparator<Snapshot> by =
                    switch (entity.attribute()) {
                        case SOURCE_TYPE -> Comparator.comparing(Snapshot::snapshotType);
                        case TOTAL_SIZE -> Comparator.comparing(Snapshot::totalBackupSizeInMegaBytes);
                        case CREATE_TIME -> Comparator.comparing(Snapshot::snapshotCreateTime);
                        case UNKNOWN_TO_SDK_VERSION -> throw Failures.parameter(
                                "Invalid attribute to sort by: " + entity.attributeAsString());
                    };
            order = (entity.sortOrder() == SortByOrder.DESC ? by.reversed() : by).thenComparing(order);
        }
        return order;
    }
}
