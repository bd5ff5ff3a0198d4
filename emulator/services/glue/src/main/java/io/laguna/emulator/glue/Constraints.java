package io.laguna.emulator.glue;

import io.laguna.emulator.kit.shape.Violations;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.ValidationException;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * <p>Limits and patterns: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-common.html and each type's page.
 */
final class Constraints {
    private static final int SHOWN = 1024;
    private static final Pattern ONE_LINE = Pattern.compile("[ -\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}\t]*");
    private static final String ONE_LINE_TEXT = "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*";
    private static final Pattern LINES = Pattern.compile("[ -\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}\r\n\t]*");
    private static final String LINES_TEXT = "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*";

    private final Violations violations = new Violations(SHOWN);

    /** A member that has to be there. */
    Constraints present(String path, Object value) {
        violations.present(path, value);
        return this;
    }

    /** NameString, which has to be there. */
    Constraints name(String path, String value) {
        return present(path, value).optionalName(path, value);
    }

    /** NameString. */
    Constraints optionalName(String path, String value) {
        return length(path, value, 1, 255).oneLine(path, value);
    }

    Constraints oneLine(String path, String value) {
        return pattern(path, value, ONE_LINE, ONE_LINE_TEXT);
    }

    /** DescriptionString and others of several lines. */
    Constraints lines(String path, String value, int longest) {
        return length(path, value, 0, longest).pattern(path, value, LINES, LINES_TEXT);
    }

    Constraints length(String path, String value, int shortest, int longest) {
        if (value != null) {
            violations.length(path, value, value.length(), shortest, longest);
        }
        return this;
    }

    Constraints size(String path, Collection<?> value, int fewest, int most) {
        violations.length(path, value.toString(), value.size(), fewest, most);
        return this;
    }

    Constraints range(String path, Integer value, int lowest, int highest) {
        violations.range(path, value, lowest, highest);
        return this;
    }

    /** ParametersMap. */
    Constraints parameters(String path, Map<String, String> parameters) {
        parameters.forEach((key, value) -> {
            length(path + "." + key + ".member.key", key, 1, 255);
            length(path + "." + key + ".member", value, 0, 512_000);
        });
        return this;
    }

    /** @throws ValidationException that names everything that is wrong */
    void check() {
        violations.message().ifPresent(message -> {
            throw ValidationException.builder().message(message).build();
        });
    }

    private Constraints pattern(String path, String value, Pattern pattern, String text) {
        if (value != null && !pattern.matcher(value).matches()) {
            violations.add(path, value, "Member must satisfy regular expression pattern: " + text);
        }
        return this;
    }
}
