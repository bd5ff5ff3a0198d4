package io.laguna.emulator.apigateway.backend;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a function in an integration, where stage variables are filled in.
 *
 * @param owner the function's account and region
 * @param arn without the version or alias
 * @param qualifier the version or alias; empty where none is named
 */
public record FunctionUri(Caller owner, String arn, Optional<String> qualifier) {
    private static final Pattern INVOCATIONS = Pattern.compile(
            "arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path/\\d{4}-\\d{2}-\\d{2}/functions/(.+)/invocations");
    private static final Pattern FUNCTION = Pattern.compile(
            "(arn:aws[a-z-]*:lambda:([a-z0-9-]+):(\\d{12}):function:[a-zA-Z0-9_-]+)(?::([a-zA-Z0-9$_-]+))?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{stageVariables\\.[A-Za-z0-9_]+}");

    /** Reads the ARN of a function, or the path of its invocations; empty where it is neither. */
    public static Optional<FunctionUri> of(String uri) {
        Matcher invocations = INVOCATIONS.matcher(uri);
        Matcher function = FUNCTION.matcher(invocations.matches() ? invocations.group(1) : uri);
        return function.matches()
                ? Optional.of(new FunctionUri(
                        new Caller(function.group(3), function.group(2)),
                        function.group(1),
                        Optional.ofNullable(function.group(4))))
                : Optional.empty();
    }

    /** Tells whether an address can be a function's, whatever its stage variables are. */
    public static boolean isOne(String uri) {
        String name = VARIABLE.matcher(uri).replaceAll("v");
        return of(name).isPresent()
                // A stage variable may stand for the whole ARN, or for its account.
                || (!name.equals(uri) && (INVOCATIONS.matcher(name).matches() || name.startsWith("arn:aws:lambda:")));
    }

    /** Tells whether an address has the form of REST APIs. */
    public static boolean isOfInvocations(String uri) {
        return INVOCATIONS.matcher(VARIABLE.matcher(uri).replaceAll("v")).matches();
    }
}
