package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_Types.html">Data types</a>
 */
final class Constraints extends MemberConstraints<Constraints> {
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

    public Constraints() {
        super(SHOWN, Failures::invalid);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** A text of 1 to so many characters, where it is given. */
    public Constraints text(String path, String value, int longest, Pattern pattern) {
        if (value == null) {
            return this;
        }
        if (value.isEmpty()) {
            return broken(path, value, "Member must have length greater than or equal to 1");
        }
        if (value.length() > longest) {
            return broken(path, value, "Member must have length less than or equal to " + longest);
        }
        return pattern(path, value, pattern);
    }

    /** A member whose value the SDK does not know. */
    Constraints known(String path, String text, Enum<?> value) {
        boolean unknown = value != null && value.name().equals("UNKNOWN_TO_SDK_VERSION");
        return unknown ? broken(path, text, "Member must satisfy enum value set") : this;
    }

    public Constraints tags(Map<String, String> tags) {
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
}
