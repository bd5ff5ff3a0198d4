package io.laguna.emulator.apigateway.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The key of a route: a method and a path, or {@code $default}.
 *
 * @param method {@code ANY} for all of them; empty for {@code $default}
 * @param path with variables: {@code /pets/{id}}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routes of HTTP
 *     APIs</a>
 */
public record RouteKey(String method, String path) {
    public static final String DEFAULT = "$default";

    private static final Set<String> METHODS =
            Set.of("ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Pattern SEGMENT = Pattern.compile("\\{[a-zA-Z0-9._-]+\\+?}|[^{}\\s]*");

    /**
     * Reads a key.
     *
     * @throws software.amazon.awssdk.services.apigatewayv2.model.BadRequestException when it is none
     */
    public static RouteKey parse(String text) {
        if (text.equals(DEFAULT)) {
            return new RouteKey("", DEFAULT);
        }
        String[] parts = text.split(" ", 2);
        if (parts.length != 2 || !METHODS.contains(parts[0]) || !parts[1].startsWith("/")) {
            throw HttpFailures.bad(
                    "The provided route key is not formatted properly for HTTP protocol. Format should be"
                            + " \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\"");
        }
        checkPath(parts[1]);
        return new RouteKey(parts[0], parts[1]);
    }

    public boolean isDefault() {
        return path.equals(DEFAULT);
    }

    public String text() {
        return isDefault() ? DEFAULT : method + " " + path;
    }

    private static void checkPath(String path) {
        List<String> segments = List.of(path.substring(1).split("/", -1));
        Set<String> variables = new HashSet<>();
        for (int at = 0; at < segments.size(); at++) {
            String segment = segments.get(at);
            boolean variable = segment.startsWith("{");
            if (!SEGMENT.matcher(segment).matches()
                    || (segment.endsWith("+}") && at < segments.size() - 1)
                    || (variable && !variables.add(segment.replaceAll("[{}+]", "")))) {
                throw HttpFailures.bad(
                        "Invalid path " + path + ": a variable is a whole segment of its own, its name is"
                                + " there once, and only the last one may be greedy ({name+})");
            }
        }
    }
}
