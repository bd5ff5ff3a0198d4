package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * A reading of one version of a secret: that of an id, that at a stage, or the current one. The day of the reading is kept.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
record Reading(SecretId secret, Optional<String> version, Optional<String> stage) {
    static Reading of(Caller caller, String secret, Optional<String> version, Optional<String> stage) {
        return new Reading(SecretId.of(caller, secret), version, stage);
    }

    GetSecretValueResponse read(State state, Seal seal, Clock clock) {
        return state.write(transaction -> {
            SecretRecord found = secret.require(transaction);
            if (found.deletedAt().isPresent()) {
                throw Failures.marked();
            }
            VersionRecords versions = new VersionRecords(transaction);
            Stages stages = versions.stages(found.id());
            VersionRecord wanted = wanted(versions, found, stages);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (!wanted.accessedOn().equals(Optional.of(today))) {
                versions.accessed(found.id(), wanted.id(), today);
                new SecretRecords(transaction).accessed(found.id(), today);
            }
            SecretValue value = SecretValue.opened(seal, found, wanted);
            return GetSecretValueResponse.builder()
                    .arn(found.arn())
                    .name(found.name())
                    .versionId(wanted.id())
                    .secretString(value.string().orElse(null))
                    .secretBinary(value.bytes().orElse(null))
                    .versionStages(stages.of(wanted.id()))
                    .createdDate(wanted.createdAt())
                    .build();
        });
    }

    private VersionRecord wanted(VersionRecords versions, SecretRecord found, Stages stages) {
        if (version.isEmpty()) {
            String asked = stage.orElse(Stages.CURRENT);
            return stages.version(asked)
                    .flatMap(id -> versions.find(found.id(), id))
                    .orElseThrow(() -> Failures.noStage(asked));
        }
        String id = version.get();
        VersionRecord there = versions.find(found.id(), id).orElseThrow(() -> Failures.noVersion(id));
        if (stage.filter(asked -> !stages.of(id).contains(asked)).isPresent()) {
            throw Failures.request("You provided a VersionStage that is not associated to the provided VersionId.");
        }
        return there;
    }
}
