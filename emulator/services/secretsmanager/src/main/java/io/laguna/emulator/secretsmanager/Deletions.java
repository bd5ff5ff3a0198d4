package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.RandomIds;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.RestoreSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.RestoreSecretResponse;

/**
 * Deleting secrets, and taking that back.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html">DeleteSecret</a>
 */
final class Deletions extends Room {
    private static final long SHORTEST = 7;
    private static final long LONGEST = 30;
    private static final RandomIds SUFFIX = new RandomIds("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static final int SUFFIX_LENGTH = 6;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    Deletions(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public DeleteSecretResponse deleteSecret(DeleteSecretRequest request) {
        SecretId id = SecretId.of(caller, request.secretId());
        boolean force = Boolean.TRUE.equals(request.forceDeleteWithoutRecovery());
        Optional<Long> window = Optional.ofNullable(request.recoveryWindowInDays());
        if (force && window.isPresent()) {
            throw Failures.parameter(
                    "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }
        if (window.filter(days -> days < SHORTEST || days > LONGEST).isPresent()) {
            throw Failures.parameter("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant purge = force ? now : now.plus(Duration.ofDays(window.orElse(LONGEST)));
        return state.write(transaction -> {
            if (force && id.find(transaction).isEmpty()) {
                return unknown(id, purge);
            }
            SecretRecord secret = force ? id.lockAny(transaction) : id.lock(transaction);
            delete(transaction, secret, force, now, purge);
            return answer(secret.arn(), secret.name(), purge);
        });
    }

    private static void delete(Handle transaction, SecretRecord secret, boolean force, Instant now, Instant purge) {
        SecretRecords secrets = new SecretRecords(transaction);
        if (force) {
            secrets.delete(secret.id());
        } else {
            secrets.mark(secret.id(), Optional.of(now), Optional.of(purge));
            secrets.changed(secret.id(), now);
        }
    }

    /**
     * Answers for a secret that is not there: "If you use this parameter with a previously deleted or nonexistent secret,
     * the operation does not return ResourceNotFoundException."
     */
    private static DeleteSecretResponse unknown(SecretId id, Instant purge) {
        String arn = id.isArn()
                ? id.owner().arn("secretsmanager", "secret:" + id.text())
                : SecretRecord.arn(id.owner(), id.text(), SUFFIX.next(SUFFIX_LENGTH));
        return answer(arn, id.text(), purge);
    }

    private static DeleteSecretResponse answer(String arn, String name, Instant purge) {
        return DeleteSecretResponse.builder()
                .arn(arn)
                .name(name)
                .deletionDate(purge)
                .build();
    }

    @Override
    public RestoreSecretResponse restoreSecret(RestoreSecretRequest request) {
        SecretId id = SecretId.of(caller, request.secretId());
        return state.write(transaction -> {
            SecretRecord secret = id.lockAny(transaction);
            SecretRecords secrets = new SecretRecords(transaction);
            secrets.mark(secret.id(), Optional.empty(), Optional.empty());
            secrets.changed(secret.id(), clock.instant());
            return RestoreSecretResponse.builder()
                    .arn(secret.arn())
                    .name(secret.name())
                    .build();
        });
    }
}
