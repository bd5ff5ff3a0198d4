package io.laguna.emulator.apigateway.record;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of an API, or of a stage of one: {@code arn:aws:apigateway:us-east-1::/apis/id/stages/name}.
 *
 * @param stage empty where the API itself is meant
 */
public record TagArn(ApiKind kind, String api, Optional<String> stage) {
    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-z-]*:apigateway:([a-z0-9-]+)::/(apis|restapis)/([a-z0-9]+)(?:/stages/([^/]+))?");

    /** Reads an ARN of a caller's region; empty where it is none. */
    public static Optional<TagArn> of(Caller caller, String text) {
        Matcher parts = FORM.matcher(text == null ? "" : text);
        return parts.matches() && parts.group(1).equals(caller.region())
                ? Optional.of(new TagArn(
                        parts.group(2).equals("apis") ? ApiKind.HTTP : ApiKind.REST,
                        parts.group(3),
                        Optional.ofNullable(parts.group(4))))
                : Optional.empty();
    }
}
