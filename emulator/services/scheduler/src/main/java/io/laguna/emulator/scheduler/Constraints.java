package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.shape.Violations;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * <p>Limits and patterns: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
final class Constraints {
    private static final Pattern NAME = Pattern.compile("^[0-9a-zA-Z-_.]+$");
    private static final Pattern TOKEN = Pattern.compile("^[a-zA-Z0-9-_]+$");
    private static final Pattern ROLE = Pattern.compile("^arn:aws(-[a-z]+)?:iam::\\d{12}:role\\/[\\w+=,.@\\/-]+$");

    private final Violations violations = new Violations(Integer.MAX_VALUE);

    Constraints present(String path, Object value) {
        violations.present(path, value);
        return this;
    }

    /** The name of a schedule or of a group, which has to be there. */
    Constraints name(String path, String value) {
        return present(path, value).optionalName(path, value);
    }

    Constraints optionalName(String path, String value) {
        return length(path, value, 1, 64).pattern(path, value, NAME);
    }

    Constraints token(String value) {
        return length("clientToken", value, 1, 64).pattern("clientToken", value, TOKEN);
    }

    Constraints role(String path, String value) {
        return present(path, value).length(path, value, 1, 1600).pattern(path, value, ROLE);
    }

    Constraints length(String path, String value, int shortest, int longest) {
        if (value != null) {
            violations.length(path, value, value.length(), shortest, longest);
        }
        return this;
    }

    Constraints range(String path, Integer value, int lowest, int highest) {
        violations.range(path, value, lowest, highest);
        return this;
    }

    Constraints oneOf(String path, String value, List<?> values) {
        if (value != null && values.stream().map(Object::toString).noneMatch(value::equals)) {
            violations.add(path, value, "Member must satisfy enum value set: " + values);
        }
        return this;
    }

    /** @throws software.amazon.awssdk.services.scheduler.model.ValidationException that names all that is wrong */
    void check() {
        violations.message().ifPresent(message -> {
            throw Failures.invalid(message);
        });
    }

    private Constraints pattern(String path, String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).find()) {
            violations.add(path, value, "Member must satisfy regular expression pattern: " + pattern.pattern());
        }
        return this;
    }
}
