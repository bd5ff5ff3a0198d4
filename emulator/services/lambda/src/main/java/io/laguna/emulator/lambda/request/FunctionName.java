package io.laguna.emulator.lambda.request;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a function, with the version or the alias that is meant.
 *
 * @param owner the account and the region in which it is
 * @param qualifier empty where none is named
 */
public record FunctionName(Caller owner, String name, Optional<String> qualifier) {
    /** The qualifier of a function as it was changed last. */
    public static final String LATEST = "$LATEST";

    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile(
            "(?:arn:aws[a-zA-Z-]*:lambda:(?<region>[a-z0-9-]+):)?(?:(?<account>\\d{12}):)?(?:function:)?"
                    + "(?<name>[a-zA-Z0-9-_]+)(?::(?<qualifier>\\$LATEST|[a-zA-Z0-9-_]+))?");

    /**
     * Reads a name, a partial or a full ARN.
     *
     * @param qualifier that the request names beside it; null where it names none
     * @throws software.amazon.awssdk.services.lambda.model.LambdaException when it is none, in AWS's words
     */
    public static FunctionName of(Caller caller, String text, String qualifier) {
        new Constraints().function(text).qualifier(qualifier).check();
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Failures.validation(
                    "1 validation error detected: Value '" + text
                            + "' at 'functionName' failed to satisfy constraint: Member must be the name or the ARN of a function");
        }
        if (parts.group("name").length() > LONGEST) {
            new Constraints()
                    .length("functionName", parts.group("name"), 1, LONGEST)
                    .check();
        }
        Optional<String> named = Optional.ofNullable(parts.group("qualifier"));
        Optional<String> asked = Optional.ofNullable(qualifier).filter(given -> !given.isEmpty());
        if (named.isPresent() && asked.isPresent() && !named.equals(asked)) {
            throw Failures.invalid(
                    "The derived qualifier from the function name does not match the specified qualifier.");
        }
        Caller owner = new Caller(
                Optional.ofNullable(parts.group("account")).orElse(caller.accountId()),
                Optional.ofNullable(parts.group("region")).orElse(caller.region()));
        if (!owner.region().equals(caller.region())) {
            throw Failures.notFound("Functions from '" + owner.region() + "' are not reachable in this region ('"
                    + caller.region() + "')");
        }
        return new FunctionName(owner, parts.group("name"), asked.or(() -> named));
    }

    /** Reads a name where no qualifier is of use. */
    public static FunctionName of(Caller caller, String text) {
        return of(caller, text, null);
    }

    /** Returns the ARN of the function. */
    public String arn() {
        return owner.arn("lambda", "function:" + name);
    }

    /** Returns the ARN of the version or alias that is meant. */
    public String qualifiedArn() {
        return arn() + qualifier.map(named -> ":" + named).orElse("");
    }

    /** Returns the same function with another qualifier. */
    public FunctionName at(String other) {
        return new FunctionName(owner, name, Optional.of(other));
    }
}
