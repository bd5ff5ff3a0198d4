package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ssm.model.HierarchyLevelLimitExceededException;

/**
 * The rules for names of parameters: a word, or a path that begins with a slash.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints">
 *     Names of parameters</a>
 */
final class ParameterName {
    private static final int LONGEST = 1011;
    private static final int DEEPEST = 15;
    private static final Pattern CHARACTERS = Pattern.compile("[a-zA-Z0-9_.-]+|(?:/[a-zA-Z0-9_.-]+)+");
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:ssm:([a-z0-9-]+):(\\d{12}):parameter(/.+)", Pattern.DOTALL);

    private ParameterName() {}

    /** Checks the name of a parameter that is to be made. */
    static void check(String name) {
        boolean path = name.lastIndexOf('/') > 0;
        String folded = name.toLowerCase(Locale.ROOT).replaceFirst("^/", "");
        if (path && folded.startsWith("aws")) {
            throw Failures.failure("AccessDeniedException", "No access to reserved parameter name: " + name + ".");
        }
        if (!path && (folded.startsWith("aws") || folded.startsWith("ssm"))) {
            throw Failures.validation("Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
        }
        if (name.contains("/") && !name.startsWith("/")) {
            throw Failures.validation("Parameter name must be a fully qualified name.");
        }
        if (folded.startsWith("ssm") || !CHARACTERS.matcher(name).matches() || name.length() > LONGEST) {
            throw Failures.validation(
                    "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a"
                            + " path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of"
                            + " letters, numbers and the following 3 symbols .-_");
        }
        if (name.chars().filter(character -> character == '/').count() > DEEPEST) {
            throw HierarchyLevelLimitExceededException.builder()
                    .message("Parameter name: hierarchies have a maximum of " + DEEPEST + " levels: " + name)
                    .build();
        }
    }

    /** Returns the other name of a parameter at the top, with a slash or without: both have one ARN. Others have one name. */
    static String twin(String name) {
        if (name.indexOf('/') < 0) {
            return "/" + name;
        }
        return name.lastIndexOf('/') == 0 ? name.substring(1) : name;
    }

    /** Returns the ARN of a parameter, in which a name has a slash before it anyway. */
    static String arn(Caller caller, String name) {
        return caller.arn("ssm", "parameter" + (name.startsWith("/") ? "" : "/") + name);
    }

    /** Returns the name in an ARN of the caller's, or the text as it is. An ARN does not tell a word from a path of one. */
    static String ofArn(Caller caller, String text) {
        Matcher arn = ARN.matcher(text);
        if (!arn.matches() || !caller.equals(new Caller(arn.group(2), arn.group(1)))) {
            return text;
        }
        String path = arn.group(3);
        return path.lastIndexOf('/') == 0 ? path.substring(1) : path;
    }
}
