package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A secret in the state, without what is secret in it.
 *
 * @param suffix the six characters behind the name in the ARN
 * @param kmsKey the key that the user named
 * @param accessedOn the day of the last reading, as AWS keeps it
 * @param deletedAt when it was marked for deletion
 */
record SecretRecord(
        long id,
        Caller owner,
        String name,
        String suffix,
        Optional<String> description,
        Optional<String> kmsKey,
        Optional<String> policy,
        Instant createdAt,
        Instant changedAt,
        Optional<LocalDate> accessedOn,
        Optional<Instant> deletedAt) {
    String arn() {
        return arn(owner, name, suffix);
    }

    static String arn(Caller owner, String name, String suffix) {
        return owner.arn("secretsmanager", "secret:" + name + "-" + suffix);
    }
}
