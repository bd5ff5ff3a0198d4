package io.laguna.emulator.apigateway.plane;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that a client calls: a host that begins with {@code id.execute-api.}, or, for machines without such names, a
 * path that begins with {@code /_aws/execute-api/id/}.
 *
 * @param rawPath what comes after the host, or after the API's id
 */
public record ApiAddress(String api, String rawPath) {
    private static final Pattern HOST = Pattern.compile("([a-z0-9]{10})\\.execute-api\\..+");
    private static final Pattern PATH = Pattern.compile("/_aws/execute-api/([a-z0-9]+)(/.*)?");

    /** Reads an address; empty where it is that of no API. */
    public static Optional<ApiAddress> of(String host, String rawPath) {
        Matcher name = HOST.matcher(host);
        if (name.matches()) {
            return Optional.of(new ApiAddress(name.group(1), rawPath));
        }
        Matcher path = PATH.matcher(rawPath);
        return path.matches()
                ? Optional.of(new ApiAddress(
                        path.group(1), Optional.ofNullable(path.group(2)).orElse("/")))
                : Optional.empty();
    }

    /** Returns the first segment of the path, decoded by nobody. */
    String firstSegment() {
        int slash = rawPath.indexOf('/', 1);
        return rawPath.substring(1, slash < 0 ? rawPath.length() : slash);
    }

    /** Returns the path behind its first segment. */
    String rest() {
        String rest = rawPath.substring(1 + firstSegment().length());
        return rest.isEmpty() ? "/" : rest;
    }
}
