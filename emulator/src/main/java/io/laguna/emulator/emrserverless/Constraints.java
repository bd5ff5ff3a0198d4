package io.laguna.emulator.emrserverless;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_Types.html">Data types</a>
 */
final class Constraints {
    static final Pattern ID = Pattern.compile("[0-9a-z]+");
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/#-]+");
    static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]+");
    static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._/-]+");
    static final Pattern NOT_BLANK = Pattern.compile("(?s).*\\S.*");
    static final Pattern ROLE =
            Pattern.compile("arn:(aws[a-zA-Z0-9-]*):iam::(\\d{12})?:(role((/)|(/[!-\\x7F]+/))[\\w+=,.@-]+)");
    private static final Pattern TAG_KEY = Pattern.compile("[A-Za-z0-9 /_.:=+@-]+");
    private static final Pattern TAG_VALUE = Pattern.compile("[A-Za-z0-9 /_.:=+@-]*");
    private static final int TAGS = 200;
    private static final int SHOWN = 256;

    private final List<String> violations = new ArrayList<>();

    /** A member that has to be there. */
    Constraints present(String path, Object value) {
        if (value == null) {
            violations.add("Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
        }
        return this;
    }

    /** A text of 1 to so many characters, where it is given. */
    Constraints text(String path, String value, int longest, Pattern pattern) {
        if (value == null) {
            return this;
        }
        if (value.isEmpty()) {
            return broken(path, value, "Member must have length greater than or equal to 1");
        }
        if (value.length() > longest) {
            return broken(path, value, "Member must have length less than or equal to " + longest);
        }
        return pattern.matcher(value).matches()
                ? this
                : broken(path, value, "Member must satisfy regular expression pattern: " + pattern);
    }

    Constraints range(String path, Number value, long lowest, long highest) {
        if (value != null && value.longValue() < lowest) {
            return broken(path, value.toString(), "Member must have value greater than or equal to " + lowest);
        }
        if (value != null && value.longValue() > highest) {
            return broken(path, value.toString(), "Member must have value less than or equal to " + highest);
        }
        return this;
    }

    /** A member whose value the SDK does not know. */
    Constraints known(String path, String text, Enum<?> value) {
        boolean unknown = value != null && value.name().equals("UNKNOWN_TO_SDK_VERSION");
        return unknown ? broken(path, text, "Member must satisfy enum value set") : this;
    }

    Constraints tags(Map<String, String> tags) {
        if (tags.size() > TAGS) {
            broken("tags", "of " + tags.size(), "Member must have length less than or equal to " + TAGS);
        }
        tags.forEach((key, value) -> {
            text("tags." + key + ".member.key", key, 128, TAG_KEY);
            if (!value.isEmpty()) {
                text("tags." + key + ".member", value, 256, TAG_VALUE);
            }
        });
        return this;
    }

    /** @throws software.amazon.awssdk.services.emrserverless.model.ValidationException that names what is wrong */
    void check() {
        if (!violations.isEmpty()) {
            throw Failures.invalid(violations.size() + " validation error" + (violations.size() == 1 ? "" : "s")
                    + " detected: " + String.join("; ", violations));
        }
    }

    private Constraints broken(String path, String value, String constraint) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
        violations.add("Value '" + shown + "' at '" + path + "' failed to satisfy constraint: " + constraint);
        return this;
    }
}
