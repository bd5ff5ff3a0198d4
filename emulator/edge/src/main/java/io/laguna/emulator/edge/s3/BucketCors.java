package io.laguna.emulator.edge.s3;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.CORSRule;

/**
 * The CORS configuration of a bucket, as it answers a page.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html">Using cross-origin resource sharing</a>
 */
record BucketCors(List<CORSRule> rules) {
    private static final String ANY = "*";

    BucketCors {
        rules = List.copyOf(rules);
    }

    /**
     * Returns the first rule for a request.
     *
     * @param headers that the page wants to send, as a preflight lists them
     */
    Optional<CORSRule> rule(String origin, String method, Optional<String> headers) {
        return rules.stream()
                .filter(rule -> rule.allowedMethods().contains(method))
                .filter(rule -> matches(rule.allowedOrigins(), origin))
                .filter(rule -> headers.isEmpty()
                        || names(headers.get()).allMatch(name -> matches(lower(rule.allowedHeaders()), name)))
                .findFirst();
    }

    /** Tells whether a rule names the origin, by more than that it allows all. */
    boolean names(String origin, String method) {
        return rules.stream()
                .filter(rule -> rule.allowedMethods().contains(method))
                .anyMatch(rule -> rule.allowedOrigins().stream()
                        .filter(pattern -> !pattern.equals(ANY))
                        .anyMatch(pattern -> matches(List.of(pattern), origin)));
    }

    /** Returns the headers of an answer to a page. */
    static Map<String, String> headers(CORSRule rule, String origin, Optional<String> asked) {
        boolean any = rule.allowedOrigins().contains(ANY);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", any ? ANY : origin);
        headers.put("Access-Control-Allow-Methods", String.join(", ", rule.allowedMethods()));
        asked.ifPresent(names ->
                headers.put("Access-Control-Allow-Headers", names(names).collect(Collectors.joining(", "))));
        if (!rule.exposeHeaders().isEmpty()) {
            headers.put("Access-Control-Expose-Headers", String.join(", ", rule.exposeHeaders()));
        }
        Optional.ofNullable(rule.maxAgeSeconds())
                .ifPresent(seconds -> headers.put("Access-Control-Max-Age", Integer.toString(seconds)));
        if (!any) {
            headers.put("Access-Control-Allow-Credentials", "true");
        }
        headers.put("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
        return headers;
    }

    private static Stream<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty());
    }

    private static List<String> lower(List<String> patterns) {
        return patterns.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }

    private static boolean matches(List<String> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> Arrays.stream(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining(".*"), Pattern::compile))
                .matcher(text)
                .matches());
    }
}
