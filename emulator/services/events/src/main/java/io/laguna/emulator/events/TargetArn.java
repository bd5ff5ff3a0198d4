package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a target, taken apart.
 *
 * @param service {@code sqs}
 * @param resource what stands behind the account
 */
record TargetArn(String service, Caller owner, String resource) {
    private static final Pattern FORM = Pattern.compile("arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9-]*):(\\d{12})?:(.+)");

    static Optional<TargetArn> find(String arn) {
        Matcher matcher = FORM.matcher(Optional.ofNullable(arn).orElse(""));
        return matcher.matches()
                ? Optional.of(new TargetArn(
                        matcher.group(1),
                        new Caller(
                                Optional.ofNullable(matcher.group(3)).orElse(Caller.DEFAULT_ACCOUNT), matcher.group(2)),
                        matcher.group(4)))
                : Optional.empty();
    }

    /** Returns what stands behind a word such as {@code log-group:}; empty where the resource does not begin with it. */
    Optional<String> behind(String word) {
        return resource.startsWith(word) ? Optional.of(resource.substring(word.length())) : Optional.empty();
    }
}
