package io.laguna.emulator.edge.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scope for which a signature's key was made: {@code AKIA…/20260101/us-east-1/glue/aws4_request}.
 *
 * @param date {@code yyyyMMdd}
 */
public record Scope(String accessKey, String date, String region, String service) {
    private static final Pattern FORM = Pattern.compile("(.+)/(\\d{8})/([^/]*)/([^/]+)/aws4_request");

    public static Optional<Scope> parse(String credential) {
        Matcher matcher = FORM.matcher(credential);
        return matcher.matches()
                ? Optional.of(new Scope(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
                : Optional.empty();
    }

    /** Returns the scope without the key. */
    public String text() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }
}
