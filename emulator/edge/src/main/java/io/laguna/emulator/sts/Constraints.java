package io.laguna.emulator.sts;

import io.laguna.emulator.kit.shape.Violations;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * What a request's members must be, as the API reference lists it under each. All violations are told at once, in the
 * words of AWS.
 */
final class Constraints {
    private static final int BAD_REQUEST = 400;

    private final Violations violations = new Violations(Integer.MAX_VALUE);

    void present(String member, Object value) {
        violations.present(member, value);
    }

    void length(String member, String value, int least, int most) {
        if (value != null) {
            violations.length(member, value, value.length(), least, most);
        }
    }

    void range(String member, Integer value, int least, int most) {
        violations.range(member, value, least, most);
    }

    void pattern(String member, String value, String pattern) {
        if (value != null && !Pattern.matches(pattern, value)) {
            violations.add(member, value, "Member must satisfy regular expression pattern: " + pattern);
        }
    }

    /** Throws what AWS throws when one of the above does not hold. */
    void check() {
        violations.message().ifPresent(message -> {
            throw failure("ValidationError", BAD_REQUEST, message);
        });
    }

    /** An error that STS's model does not name. */
    static StsException failure(String code, int status, String message) {
        return (StsException) StsException.builder()
                .message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    static RoleArn role(String text) {
        return Optional.ofNullable(text)
                .flatMap(RoleArn::parse)
                .orElseThrow(() -> failure("ValidationError", BAD_REQUEST, text + " is invalid"));
    }
}
