package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.seal.Seal;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;

/**
 * A parameter in the forms that answers have.
 *
 * @param decrypt whether the user wants to see what a SecureString says; it is answered as it is sealed otherwise
 */
record ParameterShape(Seal seal, boolean decrypt) {
    static ParameterShape of(Seal seal, Boolean decrypt) {
        return new ParameterShape(seal, Boolean.TRUE.equals(decrypt));
    }

    Parameter parameter(ParameterRecord parameter, Optional<String> selector) {
        return Parameter.builder()
                .name(parameter.name())
                .type(parameter.type())
                .value(value(parameter))
                .version(parameter.version())
                .selector(selector.map(text -> ":" + text).orElse(null))
                .lastModifiedDate(parameter.modifiedAt())
                .arn(parameter.arn())
                .dataType(parameter.dataType())
                .build();
    }

    ParameterHistory history(ParameterRecord parameter) {
        return ParameterHistory.builder()
                .name(parameter.name())
                .type(parameter.type())
                .keyId(parameter.keyId().orElse(null))
                .lastModifiedDate(parameter.modifiedAt())
                .lastModifiedUser(parameter.user())
                .description(parameter.description().orElse(null))
                .value(value(parameter))
                .allowedPattern(parameter.allowedPattern().orElse(null))
                .version(parameter.version())
                .labels(parameter.labels())
                .tier(parameter.tier())
                .policies(List.of())
                .dataType(parameter.dataType())
                .build();
    }

    private String value(ParameterRecord parameter) {
        return parameter.isSecure() && decrypt ? seal.open(parameter.value(), parameter.place()) : parameter.value();
    }
}
