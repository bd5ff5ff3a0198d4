package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/**
 * Moving stages between versions.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html">API</a>
 */
final class VersionStages extends Room {
    private final Caller caller;
    private final State state;
    private final Clock clock;

    VersionStages(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public UpdateSecretVersionStageResponse updateSecretVersionStage(UpdateSecretVersionStageRequest request) {
        new Constraints()
                .present("versionStage", request.versionStage())
                .stage("versionStage", request.versionStage())
                .version("removeFromVersionId", request.removeFromVersionId())
                .version("moveToVersionId", request.moveToVersionId())
                .check();
        SecretId id = SecretId.of(caller, request.secretId());
        Optional<String> from = Optional.ofNullable(request.removeFromVersionId());
        Optional<String> to = Optional.ofNullable(request.moveToVersionId());
        return state.write(transaction -> {
            SecretRecord secret = id.lock(transaction);
            move(transaction, secret, request.versionStage(), from, to);
            new SecretRecords(transaction).changed(secret.id(), clock.instant());
            return UpdateSecretVersionStageResponse.builder()
                    .arn(secret.arn())
                    .name(secret.name())
                    .build();
        });
    }

    private static void move(
            Handle transaction, SecretRecord secret, String stage, Optional<String> from, Optional<String> to) {
        VersionRecords versions = new VersionRecords(transaction);
        Stages stages = versions.stages(secret.id());
        List.of(from, to)
                .forEach(each -> each.ifPresent(version -> {
                    if (versions.find(secret.id(), version).isEmpty()) {
                        throw Failures.noVersion(version);
                    }
                }));
        check(stage, stages.version(stage), from, to);
        versions.save(
                secret.id(),
                to.map(version -> stages.with(version, List.of(stage))).orElseGet(() -> stages.without(stage)));
    }

    private static void check(String stage, Optional<String> now, Optional<String> from, Optional<String> to) {
        if (from.isPresent() && !now.equals(from)) {
            throw Failures.parameter("The parameter RemoveFromVersionId is wrong. Staging label " + stage
                    + " is currently attached to "
                    + now.map(version -> "version " + version).orElse("no version") + ".");
        }
        if (to.isPresent() && from.isEmpty() && now.isPresent() && !now.equals(to)) {
            throw Failures.parameter("The parameter RemoveFromVersionId can't be empty. Staging label " + stage
                    + " is currently attached to version " + now.get()
                    + ", so you must explicitly reference that version in RemoveFromVersionId.");
        }
        if (to.isEmpty() && from.isEmpty()) {
            throw Failures.parameter("You must provide MoveToVersionId or RemoveFromVersionId.");
        }
        if (to.isEmpty() && stage.equals(Stages.CURRENT)) {
            throw Failures.parameter("You can only move staging label AWSCURRENT to a different secret version. It"
                    + " can't be completely removed.");
        }
    }
}
