package io.laguna.emulator.edge.request;

import io.laguna.wire.WireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reader of a request's signature, from its header or from its URL.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Signature
 *     Version 4: authentication methods</a>
 */
public final class ClaimReader {
    public static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String LONGEST_VALIDITY_TEXT = "X-Amz-Expires must be less than a week (in seconds)";
    private static final long LONGEST_VALIDITY = Duration.ofDays(7).toSeconds();

    private ClaimReader() {}

    static Claim read(WireRequest request, QueryString query) {
        Optional<String> header = header(request, "authorization");
        if (header.isPresent() && header.get().startsWith(ALGORITHM)) {
            return fromHeader(request, header.get());
        }
        if (header.isPresent() && header.get().startsWith("AWS ")) {
            String credentials = header.get().substring("AWS ".length());
            int colon = credentials.indexOf(':');
            return new Claim.Outdated(colon < 0 ? credentials : credentials.substring(0, colon));
        }
        if (query.first("X-Amz-Algorithm").isPresent()
                || query.first("X-Amz-Signature").isPresent()) {
            return fromQuery(query);
        }
        if (query.first("AWSAccessKeyId").isPresent()
                && query.first("Signature").isPresent()) {
            return new Claim.PresignedV2(
                    query.first("AWSAccessKeyId").get(),
                    query.first("Signature").get(),
                    query.first("Expires").orElse(""),
                    query.first("x-amz-security-token"));
        }
        return new Claim.Anonymous();
    }

    private static Claim fromHeader(WireRequest request, String authorization) {
        Map<String, String> fields = fields(authorization.substring(ALGORITHM.length()));
        Optional<Scope> scope = Optional.ofNullable(fields.get("Credential")).flatMap(Scope::parse);
        List<String> missing = new ArrayList<>();
        for (String field : List.of("Credential", "Signature", "SignedHeaders")) {
            if (!fields.containsKey(field)) {
                missing.add("Authorization header requires '" + field + "' parameter.");
            }
        }
        Optional<String> timestamp = header(request, "x-amz-date").or(() -> header(request, "date"));
        if (timestamp.isEmpty()) {
            missing.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        if (!missing.isEmpty()) {
            return new Claim.Incomplete(String.join(" ", missing), false, scope);
        }
        if (scope.isEmpty()) {
            return new Claim.Incomplete(
                    "Credential must have exactly 5 slash-delimited elements, e.g."
                            + " keyid/date/region/service/term, got '" + fields.get("Credential") + "'",
                    false,
                    scope);
        }
        return new Claim.Signed(
                scope.get(),
                names(fields.get("SignedHeaders")),
                fields.get("Signature"),
                timestamp.get(),
                Optional.empty(),
                header(request, "x-amz-security-token"));
    }

    private static Claim fromQuery(QueryString query) {
        Optional<Scope> scope = query.first("X-Amz-Credential").flatMap(Scope::parse);
        List<String> needed =
                List.of("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Date", "X-Amz-SignedHeaders");
        boolean complete = needed.stream().allMatch(name -> query.first(name).isPresent());
        if (!complete || !query.first("X-Amz-Algorithm").equals(Optional.of(ALGORITHM))) {
            return new Claim.Incomplete(
                    "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
                            + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
                    true,
                    scope);
        }
        if (scope.isEmpty()) {
            return new Claim.Incomplete("Error parsing the X-Amz-Credential parameter", true, scope);
        }
        Optional<Duration> validity = query.first("X-Amz-Expires").flatMap(ClaimReader::seconds);
        if (validity.isEmpty() && scope.get().service().equals("s3")) {
            return new Claim.Incomplete(LONGEST_VALIDITY_TEXT, true, scope);
        }
        return new Claim.Signed(
                scope.get(),
                names(query.first("X-Amz-SignedHeaders").orElseThrow()),
                query.first("X-Amz-Signature").orElseThrow(),
                query.first("X-Amz-Date").orElseThrow(),
                // Services other than S3 take a signed query for as long as a signed header.
                Optional.of(validity.orElse(Clocks.TOLERANCE)),
                query.first("X-Amz-Security-Token"));
    }

    public static Optional<String> header(WireRequest request, String name) {
        return request.headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Optional<Duration> seconds(String text) {
        try {
            long seconds = Long.parseLong(text);
            return seconds >= 0 && seconds <= LONGEST_VALIDITY
                    ? Optional.of(Duration.ofSeconds(seconds))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Reads fields like {@code a=1, b=2}; blanks around the comma may be missing. */
    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(",", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals).strip(),
                        field.substring(equals + 1).strip());
            }
        }
        return fields;
    }

    private static Set<String> names(String list) {
        Set<String> names = new TreeSet<>();
        for (String name : list.split(";", -1)) {
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
