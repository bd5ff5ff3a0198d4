package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import software.amazon.awssdk.services.ssm.model.InvalidAllowedPatternException;
import software.amazon.awssdk.services.ssm.model.ParameterPatternMismatchException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;

/**
 * The version that a request makes. It takes over from the one before it what the request does not say.
 *
 * @param before empty for a new parameter
 */
record NewVersion(Seal seal, Caller caller, PutParameterRequest request, Optional<ParameterRecord> before) {
    private static final int STANDARD = 4096;
    private static final int ADVANCED = 8192;
    private static final String LAKES_KEY = "alias/aws/ssm";
    private static final String IMAGE = "aws:ec2:image";
    private static final List<String> DATA_TYPES = List.of("text", "aws:ssm:integration");

    /** Checks what a request says, whatever there is of its name. */
    static void checkAlone(PutParameterRequest request) {
        if (request.value().isEmpty()) {
            throw Failures.validation("1 validation error detected: Value '' at 'value' failed to satisfy constraint:"
                    + " Member must have length greater than or equal to 1.");
        }
        if (request.value().indexOf('\0') >= 0) {
            throw Failures.validation("The value must not have the character U+0000.");
        }
        if (Boolean.TRUE.equals(request.overwrite()) && !request.tags().isEmpty()) {
            throw Failures.validation(
                    "Invalid request: tags and overwrite can't be used together. To create a parameter"
                            + " with tags, please remove overwrite flag. To update tags for an existing parameter, please use"
                            + " AddTagsToResource or RemoveTagsFromResource.");
        }
        if (request.policies() != null) {
            throw Failures.validation("Parameter policies are not implemented by Laguna: parameters do not expire.");
        }
        if (IMAGE.equals(request.dataType())) {
            throw Failures.validation("The data type " + IMAGE + " is not implemented by Laguna: it has no images.");
        }
        if (request.dataType() != null && !DATA_TYPES.contains(request.dataType())) {
            throw Failures.validation("The following data type is not supported: " + request.dataType()
                    + " (Data type names are all lowercase.)");
        }
    }

    ParameterRecord at(Instant now) {
        ParameterType type = Optional.ofNullable(request.type())
                .or(() -> before.map(ParameterRecord::type))
                .orElseThrow(() -> Failures.validation("A parameter type is required when you create a parameter."));
        if (request.keyId() != null && type != ParameterType.SECURE_STRING) {
            throw Failures.validation("KeyId is required for SecureString type parameter only.");
        }
        Optional<String> pattern =
                Optional.ofNullable(request.allowedPattern()).or(() -> before.flatMap(ParameterRecord::allowedPattern));
        pattern.filter(given -> !given.isEmpty()).ifPresent(this::checkPattern);
        ParameterRecord plain = new ParameterRecord(
                0,
                caller,
                request.name(),
                before.map(last -> last.version() + 1).orElse(1L),
                type,
                request.value(),
                key(type),
                Optional.ofNullable(request.description()).or(() -> before.flatMap(ParameterRecord::description)),
                pattern,
                tier(),
                Optional.ofNullable(request.dataType())
                        .or(() -> before.map(ParameterRecord::dataType))
                        .orElse("text"),
                now,
                List.of());
        return plain.isSecure() ? sealed(plain) : plain;
    }

    private Optional<String> key(ParameterType type) {
        return type == ParameterType.SECURE_STRING
                ? Optional.ofNullable(request.keyId())
                        .or(() -> before.flatMap(ParameterRecord::keyId))
                        .or(() -> Optional.of(LAKES_KEY))
                : Optional.empty();
    }

    private ParameterRecord sealed(ParameterRecord plain) {
        return new ParameterRecord(
                plain.id(),
                plain.owner(),
                plain.name(),
                plain.version(),
                plain.type(),
                seal.close(plain.value(), plain.place()),
                plain.keyId(),
                plain.description(),
                plain.allowedPattern(),
                plain.tier(),
                plain.dataType(),
                plain.modifiedAt(),
                plain.labels());
    }

    /** Returns the tier. A parameter that has become an advanced one stays so. */
    private ParameterTier tier() {
        int size = request.value().getBytes(StandardCharsets.UTF_8).length;
        boolean wasAdvanced =
                before.filter(last -> last.tier() == ParameterTier.ADVANCED).isPresent();
        if (wasAdvanced && request.tier() == ParameterTier.STANDARD) {
            throw Failures.validation("This parameter uses the advanced-parameter tier. You can't downgrade a parameter"
                    + " from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the"
                    + " advanced parameter and recreate it as a standard parameter.");
        }
        boolean advanced = wasAdvanced
                || request.tier() == ParameterTier.ADVANCED
                || (request.tier() == ParameterTier.INTELLIGENT_TIERING && size > STANDARD);
        if (!advanced && size > STANDARD) {
            throw Failures.validation(
                    "Standard tier parameters support a maximum parameter value of 4096 characters. To"
                            + " create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For"
                            + " more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/"
                            + "parameter-store-advanced-parameters.html");
        }
        if (size > ADVANCED) {
            throw Failures.validation("Advanced tier parameters support a maximum parameter value of 8192 characters.");
        }
        return advanced ? ParameterTier.ADVANCED : ParameterTier.STANDARD;
    }

    private void checkPattern(String pattern) {
        try {
            if (!Pattern.compile(pattern).matcher(request.value()).matches()) {
                throw ParameterPatternMismatchException.builder()
                        .message("Parameter value, cannot be validated against allowedPattern: " + pattern)
                        .build();
            }
        } catch (PatternSyntaxException e) {
            throw InvalidAllowedPatternException.builder()
                    .message("AllowedPattern is not a valid regular expression: " + pattern)
                    .build();
        }
    }
}
