package io.laguna.emulator.sts;

import io.laguna.emulator.kit.KnownRole;
import io.laguna.emulator.kit.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role's ARN.
 *
 * @param name without the path
 */
record RoleArn(String text, String partition, String accountId, String name) {
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    private static final Pattern FORM =
            Pattern.compile("arn:(aws[a-z-]*):iam::(\\d{12}):role/(?:[\\x21-\\x7e]+/)?([\\w+=,.@-]{1,64})");

    static Optional<RoleArn> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RoleArn(text, matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** Returns the role as it is where nobody has made it: its unique id is always the same for the same ARN. */
    KnownRole role() {
        return new KnownRole(partition, accountId, name, Principal.uniqueId("AROA", text), LONGEST_SESSION);
    }
}
