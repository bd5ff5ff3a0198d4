package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.RandomIds;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretResponse;

/**
 * The operations that make and change secrets.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html">CreateSecret</a>
 */
final class Secrets extends Room {
    private static final RandomIds SUFFIX =
            new RandomIds("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    private static final int SUFFIX_LENGTH = 6;

    private final Caller caller;
    private final State state;
    private final Seal seal;
    private final Clock clock;

    Secrets(Caller caller, State state, Seal seal, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.seal = seal;
        this.clock = clock;
    }

    /** Creates a secret. The same request again, by its token, is answered once more. */
    @Override
    public CreateSecretResponse createSecret(CreateSecretRequest request) {
        new Constraints()
                .present("name", request.name())
                .length("name", request.name(), 1, 512)
                .version("clientRequestToken", request.clientRequestToken())
                .length("description", request.description(), 0, 2048)
                .length("kmsKeyId", request.kmsKeyId(), 0, 2048)
                .length("type", request.type(), 0, 256)
                .tags(request.tags())
                .check();
        SecretId.checkName(request.name());
        refuse(request.type());
        if (!request.addReplicaRegions().isEmpty()) {
            throw Failures.parameter("AddReplicaRegions is not implemented by Laguna: a lake has no other regions.");
        }
        String token = Token.of(request.clientRequestToken());
        Optional<SecretValue> value = SecretValue.of(request.secretString(), request.secretBinary());
        return state.write(transaction -> new SecretRecords(transaction)
                .insert(caller, request.name(), SUFFIX.next(SUFFIX_LENGTH), now())
                .map(made -> created(transaction, made, request, value, token))
                .orElseGet(() -> again(transaction, request, value, token)));
    }

    private CreateSecretResponse created(
            Handle transaction,
            SecretRecord secret,
            CreateSecretRequest request,
            Optional<SecretValue> value,
            String token) {
        SecretRecords secrets = new SecretRecords(transaction);
        secrets.describe(
                secret.id(), Optional.ofNullable(request.description()), Optional.ofNullable(request.kmsKeyId()));
        secrets.tags().put(secret.id(), Tags.map(request.tags()));
        value.ifPresent(given -> new NewVersion(seal, transaction, secret)
                .put(token, given, List.of(Stages.CURRENT), secret.createdAt()));
        return answer(secret, value.map(given -> token));
    }

    private CreateSecretResponse again(
            Handle transaction, CreateSecretRequest request, Optional<SecretValue> value, String token) {
        SecretRecord secret =
                new SecretRecords(transaction).find(caller, request.name()).orElseThrow(Failures::noSecret);
        if (secret.deletedAt().isPresent()) {
            throw Failures.request("You can't create this secret because a secret with this name is already scheduled"
                    + " for deletion.");
        }
        VersionRecord version = new VersionRecords(transaction)
                .find(secret.id(), token)
                .orElseThrow(() -> Failures.exists(secret.name()));
        if (!value.equals(Optional.of(SecretValue.opened(seal, secret, version)))) {
            throw Failures.tokenInUse(token, secret.arn());
        }
        return answer(secret, Optional.of(token));
    }

    private static CreateSecretResponse answer(SecretRecord secret, Optional<String> version) {
        return CreateSecretResponse.builder()
                .arn(secret.arn())
                .name(secret.name())
                .versionId(version.orElse(null))
                .build();
    }

    /** Changes what a secret says about itself, and gives it another value where the request has one. */
    @Override
    public UpdateSecretResponse updateSecret(UpdateSecretRequest request) {
        new Constraints()
                .version("clientRequestToken", request.clientRequestToken())
                .length("description", request.description(), 0, 2048)
                .length("kmsKeyId", request.kmsKeyId(), 0, 2048)
                .length("type", request.type(), 0, 256)
                .check();
        refuse(request.type());
        SecretId id = SecretId.of(caller, request.secretId());
        String token = Token.of(request.clientRequestToken());
        Optional<SecretValue> value = SecretValue.of(request.secretString(), request.secretBinary());
        return state.write(transaction -> {
            SecretRecord secret = id.lock(transaction);
            SecretRecords secrets = new SecretRecords(transaction);
            secrets.describe(
                    secret.id(), Optional.ofNullable(request.description()), Optional.ofNullable(request.kmsKeyId()));
            secrets.changed(secret.id(), now());
            value.ifPresent(given ->
                    new NewVersion(seal, transaction, secret).put(token, given, List.of(Stages.CURRENT), now()));
            return UpdateSecretResponse.builder()
                    .arn(secret.arn())
                    .name(secret.name())
                    .versionId(value.map(given -> token).orElse(null))
                    .build();
        });
    }

    private static void refuse(String type) {
        if (type != null && !type.isEmpty()) {
            throw Failures.parameter("Type is not implemented by Laguna: it knows no partners' secrets.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
