package io.laguna.emulator.lambda.url;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that a client of a function calls: a host that begins with {@code id.lambda-url.}, as on AWS, or a path that
 * begins with {@code /_aws/lambda-url/id/}, for machines on which no such name leads here.
 *
 * @param rawPath what comes after the host, or after the id
 */
public record UrlAddress(String id, String rawPath) {
    static final String PATH = "/_aws/lambda-url/";

    private static final Pattern BY_HOST = Pattern.compile("([a-z0-9]{32})\\.lambda-url\\..+");
    private static final Pattern BY_PATH = Pattern.compile(PATH + "([a-z0-9]{32})(/.*)?");

    /** Reads an address; empty where it is that of no function. */
    public static Optional<UrlAddress> of(String host, String rawPath) {
        Matcher name = BY_HOST.matcher(host);
        if (name.matches()) {
            return Optional.of(new UrlAddress(name.group(1), rawPath));
        }
        Matcher path = BY_PATH.matcher(rawPath);
        return path.matches()
                ? Optional.of(new UrlAddress(
                        path.group(1), Optional.ofNullable(path.group(2)).orElse("/")))
                : Optional.empty();
    }
}
