package io.laguna.emulator.sts;

import java.util.ArrayList;
import java.util.List;
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

    private final List<String> violations = new ArrayList<>();

    void present(String member, Object value) {
        if (value == null) {
            violations.add("Value null at '" + member + "' failed to satisfy constraint: Member must not be null");
        }
    }

    void length(String member, String value, int least, int most) {
        if (value != null && value.length() < least) {
            violate(value, member, "Member must have length greater than or equal to " + least);
        } else if (value != null && value.length() > most) {
            violate(value, member, "Member must have length less than or equal to " + most);
        }
    }

    void range(String member, Integer value, int least, int most) {
        if (value != null && value < least) {
            violate(value, member, "Member must have value greater than or equal to " + least);
        } else if (value != null && value > most) {
            violate(value, member, "Member must have value less than or equal to " + most);
        }
    }

    void pattern(String member, String value, String pattern) {
        if (value != null && !Pattern.matches(pattern, value)) {
            violate(value, member, "Member must satisfy regular expression pattern: " + pattern);
        }
    }

    /** Throws what AWS throws when one of the above does not hold. */
    void check() {
        if (!violations.isEmpty()) {
            String errors =
                    violations.size() + " validation error" + (violations.size() == 1 ? "" : "s") + " detected: ";
            throw failure("ValidationError", BAD_REQUEST, errors + String.join("; ", violations));
        }
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

    private void violate(Object value, String member, String constraint) {
        violations.add("Value '" + value + "' at '" + member + "' failed to satisfy constraint: " + constraint);
    }
}
