package io.laguna.emulator.secretsmanager;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** A secret in the forms that answers have. */
record SecretShapes(SecretRecord secret, List<Tag> tags, Map<String, List<String>> versions) {
    static SecretShapes of(Handle handle, SecretRecord secret) {
        return new SecretShapes(
                secret,
                Tags.list(new SecretRecords(handle).tags().of(secret.id())),
                new VersionRecords(handle).stages(secret.id()).byVersion());
    }

    DescribeSecretResponse described() {
        DescribeSecretResponse.Builder answer = DescribeSecretResponse.builder()
                .arn(secret.arn())
                .name(secret.name())
                .description(secret.description().orElse(null))
                .kmsKeyId(secret.kmsKey().orElse(null))
                .createdDate(secret.createdAt())
                .lastChangedDate(secret.changedAt())
                .lastAccessedDate(accessed())
                .deletedDate(secret.deletedAt().orElse(null));
        if (!tags.isEmpty()) {
            answer.tags(tags);
        }
        return versions.isEmpty()
                ? answer.build()
                : answer.versionIdsToStages(versions).build();
    }

    SecretListEntry listed() {
        SecretListEntry.Builder entry = SecretListEntry.builder()
                .arn(secret.arn())
                .name(secret.name())
                .description(secret.description().orElse(null))
                .kmsKeyId(secret.kmsKey().orElse(null))
                .createdDate(secret.createdAt())
                .lastChangedDate(secret.changedAt())
                .lastAccessedDate(accessed())
                .deletedDate(secret.deletedAt().orElse(null));
        if (!tags.isEmpty()) {
            entry.tags(tags);
        }
        return versions.isEmpty()
                ? entry.build()
                : entry.secretVersionsToStages(versions).build();
    }

    private Instant accessed() {
        return secret.accessedOn().map(SecretShapes::midnight).orElse(null);
    }

    /** Returns the time by which AWS tells a day. */
    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
