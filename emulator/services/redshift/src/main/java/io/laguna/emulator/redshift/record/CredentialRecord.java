package io.laguna.emulator.redshift.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Temporary credentials of a cluster.
 *
 * @param user the user as the client says it, with its prefix: {@code IAM:admin}
 * @param digest MD5 of password and user, in hex
 * @param role the user of the cluster that they stand for
 * @param database the one database they are good for
 */
public record CredentialRecord(
        UUID namespace,
        String user,
        String digest,
        String role,
        Optional<String> database,
        boolean autoCreate,
        List<String> groups,
        Instant expires) {
    /** Returns the user without the digest, which is as good as the password. */
    @Override
    public String toString() {
        return "Credential of " + user;
    }
}
