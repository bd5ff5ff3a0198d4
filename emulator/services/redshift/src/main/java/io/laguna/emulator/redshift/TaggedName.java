package io.laguna.emulator.redshift;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.record.SnapshotRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The ARN of what may have tags.
 *
 * @param kind the kind in the ARN: {@code cluster}, {@code snapshot}
 * @param name what follows the kind: a name, of snapshots after the cluster's and a slash
 */
record TaggedName(String arn, String kind, String name) {
    private static final int PARTS = 7;
    private static final Map<String, String> TYPES = Map.of(
            "cluster", "Cluster",
            "snapshot", "Snapshot",
            "parametergroup", "Parameter Group",
            "subnetgroup", "Subnet Group",
            "securitygroup", "Security Group",
            "snapshotcopygrant", "Snapshot copy grant",
            "snapshotschedule", "Snapshot Schedule",
            "usagelimit", "Usage limit");

    /** Reads an ARN of a caller's. */
    static TaggedName of(Caller caller, String arn) {
        new Constraints().present("ResourceName", arn).text("ResourceName", arn).check();
        String[] parts = arn.split(":", PARTS);
        if (parts.length < PARTS || !arn.startsWith("arn:") || !parts[2].equals("redshift")) {
            throw Failures.parameter("Tagging is not supported for this type of resource: " + arn);
        }
        boolean own = parts[3].equals(caller.region()) && parts[4].equals(caller.accountId());
        if (!own || !TYPES.containsKey(parts[5])) {
            throw Failures.noResource(arn);
        }
        return new TaggedName(arn, parts[5], parts[6]);
    }

    /** Returns the type of a resource as DescribeTags tells it. */
    static Optional<String> type(String arn) {
        String[] parts = arn.split(":", PARTS);
        return parts.length < PARTS ? Optional.empty() : Optional.ofNullable(TYPES.get(parts[5]));
    }

    /** Fails when there is no such resource. */
    void check(Handle handle, Caller caller) {
        boolean there =
                switch (kind) {
                    case "cluster" -> new ClusterRecords(handle)
                            .find(caller, name)
                            .isPresent();
                    case "snapshot" -> new SnapshotRecords(handle)
                            .find(caller, name.substring(name.indexOf('/') + 1))
                            .filter(snapshot -> snapshot.arn().equals(arn))
                            .isPresent();
                    case "parametergroup" -> new ResourceRecords(handle, caller)
                            .find(Kind.PARAMETER_GROUP, name)
                            .isPresent();
                    case "subnetgroup" -> new ResourceRecords(handle, caller)
                            .find(Kind.SUBNET_GROUP, name)
                            .isPresent();
                    default -> false;
                };
        if (!there) {
            throw Failures.noResource(arn);
        }
    }
}
