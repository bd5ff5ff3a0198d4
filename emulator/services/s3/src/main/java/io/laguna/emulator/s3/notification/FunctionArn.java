package io.laguna.emulator.s3.notification;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a function that a bucket tells.
 *
 * @param name with a version or an alias, if the ARN has one
 */
record FunctionArn(Caller owner, String name, Optional<String> qualifier) {
    private static final Pattern FORM = Pattern.compile(
            "arn:aws[a-zA-Z-]*:lambda:([a-z0-9-]+):(\\d{12}):function:([a-zA-Z0-9-_]+)(?::(\\$LATEST|[a-zA-Z0-9-_]+))?");

    /** Reads an ARN; empty for what is none of a function. */
    static Optional<FunctionArn> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new FunctionArn(
                        new Caller(parts.group(2), parts.group(1)),
                        parts.group(3),
                        Optional.ofNullable(parts.group(4))))
                : Optional.empty();
    }
}
