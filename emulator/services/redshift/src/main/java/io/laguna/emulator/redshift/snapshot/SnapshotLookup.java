package io.laguna.emulator.redshift.snapshot;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.SnapshotRecord;
import io.laguna.emulator.redshift.record.SnapshotRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The snapshots that operations name. */
public final class SnapshotLookup {
    private SnapshotLookup() {}

    /** Returns a caller's snapshot by its identifier, or by its ARN where that is given instead. */
    public static SnapshotRecord find(Handle handle, Caller caller, String identifier, String arn) {
        Optional<String> byArn = Optional.ofNullable(arn)
                .filter(given -> !given.isEmpty())
                .map(given -> given.substring(given.lastIndexOf('/') + 1));
        String name = byArn.orElse(identifier);
        new Constraints()
                .present("SnapshotIdentifier", name)
                .text("SnapshotIdentifier", name)
                .check();
        return new SnapshotRecords(handle)
                .find(caller, name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Failures.noSnapshot(name));
    }
}
