package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The clusters that operations name. */
public final class ClusterLookup {
    private ClusterLookup() {}

    /** Returns a caller's cluster. */
    public static ClusterRecord find(Handle handle, Caller caller, String identifier) {
        return new ClusterRecords(handle)
                .find(caller, folded(identifier))
                .orElseThrow(() -> Failures.noCluster(identifier));
    }

    /** Returns a caller's cluster in one of some statuses, which nobody else changes up to the transaction's end. */
    static ClusterRecord lock(Handle handle, Caller caller, String identifier, Set<String> statuses, String what) {
        ClusterRecord record = new ClusterRecords(handle)
                .lock(caller, folded(identifier))
                .orElseThrow(() -> Failures.noCluster(identifier));
        if (!statuses.contains(record.status())) {
            throw Failures.state("There is an operation running on the Cluster, or its status does not allow it. Please"
                    + " try to " + what + " it at a later time: cluster " + record.identifier() + " is "
                    + record.status() + ".");
        }
        return record;
    }

    private static String folded(String identifier) {
        new Constraints()
                .present("ClusterIdentifier", identifier)
                .text("ClusterIdentifier", identifier)
                .check();
        return identifier.toLowerCase(Locale.ROOT);
    }
}
