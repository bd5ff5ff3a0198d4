package io.laguna.emulator.redshiftdata.connect;

import io.laguna.emulator.redshiftdata.request.Failures;
import java.util.Optional;

/**
 * The cluster or workgroup on which a statement runs, its database, and who logs in there: a user of the database, the
 * user in a secret, or the caller.
 *
 * @param workgroup a name or an ARN
 */
public record Target(
        Optional<String> cluster,
        Optional<String> workgroup,
        String database,
        Optional<String> dbUser,
        Optional<String> secret) {
    /**
     * Returns the target that a request's members name.
     *
     * @throws software.amazon.awssdk.services.redshiftdata.model.ValidationException when the members do not go together
     */
    public static Target of(String cluster, String workgroup, String database, String dbUser, String secret) {
        if (cluster == null && workgroup == null) {
            throw Failures.validation("Either ClusterIdentifier or WorkgroupName must be specified.");
        }
        if (cluster != null && workgroup != null) {
            throw Failures.validation("ClusterIdentifier and WorkgroupName can't be specified at the same time.");
        }
        if (database == null) {
            throw Failures.validation("Database must be specified.");
        }
        if (dbUser != null && secret != null) {
            throw Failures.validation("DbUser and SecretArn can't be specified at the same time.");
        }
        if (dbUser != null && workgroup != null) {
            throw Failures.validation("DbUser can't be specified with WorkgroupName.");
        }
        return new Target(
                Optional.ofNullable(cluster),
                Optional.ofNullable(workgroup),
                database,
                Optional.ofNullable(dbUser),
                Optional.ofNullable(secret));
    }

    /** Returns the same target with another database. */
    public Target on(String other) {
        return new Target(cluster, workgroup, other, dbUser, secret);
    }
}
