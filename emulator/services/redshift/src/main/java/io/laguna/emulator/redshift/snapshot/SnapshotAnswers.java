package io.laguna.emulator.redshift.snapshot;

import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.record.SnapshotRecord;
import io.laguna.emulator.redshift.request.TagLists;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.Snapshot;

/** Snapshots as operations answer them. */
final class SnapshotAnswers {
    private SnapshotAnswers() {}

    /** Returns a snapshot with its tags, and with the days that it has left. */
    static Snapshot of(Handle handle, SnapshotRecord record, Instant now) {
        Snapshot snapshot = record.snapshot();
        Snapshot.Builder answer =
                snapshot.toBuilder().tags(TagLists.of(new ResourceRecords(handle, record.owner()).tags(record.arn())));
        int days = snapshot.manualSnapshotRetentionPeriod();
        if (days > 0) {
            long left = days
                    - Duration.between(snapshot.snapshotRetentionStartTime(), now)
                            .toDays();
            answer.manualSnapshotRemainingDays((int) Math.max(left, 0));
        }
        return answer.build();
    }
}
