package io.laguna.emulator.athena;

import io.laguna.emulator.kit.shape.Violations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.athena.model.Tag;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_Types.html">Data types</a>
 */
final class Constraints {
    private static final Pattern WORK_GROUP = Pattern.compile("[a-zA-Z0-9._-]{1,128}");
    private static final int SHOWN = 1024;

    private final Violations violations = new Violations(SHOWN);

    /** A member that has to be there. */
    Constraints present(String path, Object value) {
        violations.present(path, value);
        return this;
    }

    /** The name of a workgroup, which has to be there. */
    Constraints workGroup(String path, String value) {
        return present(path, value).optionalWorkGroup(path, value);
    }

    Constraints optionalWorkGroup(String path, String value) {
        return pattern(path, value, WORK_GROUP);
    }

    /** A text that has to be there. */
    Constraints text(String path, String value, int shortest, int longest) {
        return present(path, value).optionalText(path, value, shortest, longest);
    }

    Constraints optionalText(String path, String value, int shortest, int longest) {
        if (value != null) {
            violations.length(path, value, value.length(), shortest, longest);
        }
        return this;
    }

    /** What a text looks like, where it is given. */
    Constraints pattern(String path, String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            violations.add(path, value, "Member must satisfy regular expression pattern: " + pattern);
        }
        return this;
    }

    Constraints size(String path, Collection<?> value, int fewest, int most) {
        violations.length(path, value.toString(), value.size(), fewest, most);
        return this;
    }

    Constraints range(String path, Number value, long lowest, long highest) {
        violations.range(path, value, lowest, highest);
        return this;
    }

    Constraints atLeast(String path, Number value, long lowest) {
        violations.range(path, value, lowest, Long.MAX_VALUE);
        return this;
    }

    /** What every list operation is asked; a page has 50 entries at most. */
    Constraints page(Integer maxResults, int lowest, String nextToken) {
        violations.range("maxResults", maxResults, lowest, Page.LARGEST);
        return optionalText("nextToken", nextToken, 1, 1024);
    }

    Constraints oneOf(String path, String value, List<?> values) {
        if (value != null && values.stream().map(Object::toString).noneMatch(value::equals)) {
            violations.add(path, value, "Member must satisfy enum value set: " + values);
        }
        return this;
    }

    /** ParametersMap. */
    Constraints parameters(String path, Map<String, String> parameters) {
        parameters.forEach((key, value) -> {
            optionalText(path + "." + key + ".member.key", key, 1, 255);
            optionalText(path + "." + key + ".member", value, 0, 51_200);
        });
        return this;
    }

    Constraints tags(String path, List<Tag> tags) {
        for (int i = 0; i < tags.size(); i++) {
            String member = path + "." + (i + 1) + ".member.";
            text(member + "key", tags.get(i).key(), 1, 128);
            optionalText(member + "value", tags.get(i).value(), 0, 256);
        }
        return this;
    }

    /** @throws software.amazon.awssdk.services.athena.model.InvalidRequestException that names what is wrong */
    void check() {
        violations.message().ifPresent(message -> {
            throw Failures.invalid(message);
        });
    }
}
