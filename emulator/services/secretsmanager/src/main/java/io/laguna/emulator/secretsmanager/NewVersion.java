package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.seal.Seal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The making of versions. A client request token makes one version, however often its request comes. */
record NewVersion(Seal seal, Handle transaction, SecretRecord secret) {
    private static final int MOST_STAGES = 20;

    /** Returns the version's stages after the value is there, under a token. */
    List<String> put(String token, SecretValue value, Collection<String> asked, Instant now) {
        VersionRecords versions = new VersionRecords(transaction);
        Optional<VersionRecord> earlier = versions.find(secret.id(), token);
        if (earlier.isPresent()) {
            if (!SecretValue.opened(seal, secret, earlier.get()).equals(value)) {
                throw Failures.tokenInUse(token, secret.arn());
            }
            return versions.stages(secret.id()).of(token);
        }
        Stages before = versions.stages(secret.id());
        List<String> stages = new ArrayList<>(asked);
        if (before.version(Stages.CURRENT).isEmpty() && !stages.contains(Stages.CURRENT)) {
            stages.add(Stages.CURRENT);
        }
        if (stages.size() > MOST_STAGES) {
            throw Failures.limit("A version may have " + MOST_STAGES + " staging labels.");
        }
        versions.insert(new VersionRecord(
                secret.id(), token, now, Optional.empty(), value.isBinary(), value.sealed(seal, secret, token)));
        Stages after = before.with(token, stages);
        versions.save(secret.id(), after);
        new SecretRecords(transaction).changed(secret.id(), now);
        return after.of(token);
    }
}
