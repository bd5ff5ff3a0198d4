package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * A version of a parameter in the state.
 *
 * @param value sealed where the type is SecureString
 */
record ParameterRecord(
        long id,
        Caller owner,
        String name,
        long version,
        ParameterType type,
        String value,
        Optional<String> keyId,
        Optional<String> description,
        Optional<String> allowedPattern,
        ParameterTier tier,
        String dataType,
        Instant modifiedAt,
        List<String> labels) {
    String arn() {
        return ParameterName.arn(owner, name);
    }

    boolean isSecure() {
        return type == ParameterType.SECURE_STRING;
    }

    /** Returns the name for which the value is sealed. */
    String place() {
        return arn() + " " + version;
    }

    /** Returns the user whom AWS names as the last one who changed it. */
    String user() {
        return "arn:aws:iam::" + owner.accountId() + ":root";
    }

    ParameterMetadata metadata() {
        return ParameterMetadata.builder()
                .name(name)
                .arn(arn())
                .type(type)
                .keyId(keyId.orElse(null))
                .lastModifiedDate(modifiedAt)
                .lastModifiedUser(user())
                .description(description.orElse(null))
                .allowedPattern(allowedPattern.orElse(null))
                .version(version)
                .tier(tier)
                .policies(List.of())
                .dataType(dataType)
                .build();
    }
}
