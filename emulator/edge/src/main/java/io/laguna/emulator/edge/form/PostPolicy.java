package io.laguna.emulator.edge.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.edge.payload.BodyRefusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The policy of a form: the uploads that its owner has signed.
 *
 * @param most bytes of the file, where the policy says so
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html">POST policy</a>
 */
public record PostPolicy(long least, Optional<Long> most) {
    /** The fields that no condition is needed for: they are the policy, or its signature. */
    private static final Set<String> FREE =
            Set.of("policy", "signature", "awsaccesskeyid", "x-amz-signature", "file", "bucket");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Holds a form against its policy.
     *
     * @param fields by name in lower case, with the bucket among them
     * @param encoded in Base64, as it was signed
     * @throws BodyRefusal where the form is none that the policy allows
     */
    public static PostPolicy check(String encoded, Map<String, String> fields, Instant now) throws BodyRefusal {
        JsonNode policy = parse(encoded);
        JsonNode expiration = policy.path("expiration");
        JsonNode conditions = policy.path("conditions");
        if (!expiration.isTextual()) {
            throw invalid("Invalid Policy: policy has no expiration");
        }
        if (!conditions.isArray()) {
            throw invalid("Invalid Policy: policy has no list of conditions");
        }
        if (!instant(expiration.asText()).isAfter(now)) {
            throw denied("Invalid according to Policy: Policy expired.");
        }
        long least = 0;
        Optional<Long> most = Optional.empty();
        Set<String> covered = new HashSet<>(FREE);
        for (JsonNode condition : conditions) {
            if (isLength(condition)) {
                least = length(condition.path(1));
                most = Optional.of(length(condition.path(2)));
            } else {
                covered.add(check(condition, fields));
            }
        }
        for (String field : fields.keySet()) {
            if (!covered.contains(field) && !field.startsWith("x-ignore-")) {
                throw denied("Invalid according to Policy: Extra input fields: " + field);
            }
        }
        return new PostPolicy(least, most);
    }

    private static JsonNode parse(String encoded) throws BodyRefusal {
        try {
            byte[] text = Base64.getDecoder().decode(encoded.replaceAll("\\s", ""));
            JsonNode policy = JSON.readTree(new String(text, StandardCharsets.UTF_8));
            if (policy != null && policy.isObject()) {
                return policy;
            }
        } catch (IllegalArgumentException | IOException e) {
            throw invalid("Invalid Policy: Invalid JSON.");
        }
        throw invalid("Invalid Policy: Invalid JSON.");
    }

    private static Instant instant(String text) throws BodyRefusal {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid("Invalid Policy: Invalid 'expiration' value: '" + text + "'");
        }
    }

    private static boolean isLength(JsonNode condition) throws BodyRefusal {
        boolean length = condition.isArray() && condition.path(0).asText().equalsIgnoreCase("content-length-range");
        if (length && condition.size() != 3) {
            throw invalid("Invalid Policy: Invalid content-length-range: wrong number of arguments.");
        }
        return length;
    }

    private static long length(JsonNode number) throws BodyRefusal {
        try {
            long value = number.isTextual() ? Long.parseLong(number.asText()) : number.asLong(-1);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw invalid("Invalid Policy: Invalid content-length-range: " + number);
        }
        throw invalid("Invalid Policy: Invalid content-length-range: " + number);
    }

    /** Returns the field that the condition is about. */
    private static String check(JsonNode condition, Map<String, String> fields) throws BodyRefusal {
        if (condition.isObject() && condition.size() == 1) {
            Map.Entry<String, JsonNode> each = condition.fields().next();
            return check(
                    "eq",
                    each.getKey().toLowerCase(Locale.ROOT),
                    each.getValue().asText(),
                    fields);
        }
        boolean triple = condition.isArray()
                && condition.size() == 3
                && condition.path(1).asText().startsWith("$");
        if (!triple) {
            throw invalid("Invalid Policy: Invalid Simple-Condition: " + condition);
        }
        return check(
                condition.path(0).asText().toLowerCase(Locale.ROOT),
                condition.path(1).asText().substring(1).toLowerCase(Locale.ROOT),
                condition.path(2).asText(),
                fields);
    }

    private static String check(String operator, String field, String wanted, Map<String, String> fields)
            throws BodyRefusal {
        String given = fields.getOrDefault(field, "");
        boolean holds =
                switch (operator) {
                    case "eq" -> given.equals(wanted);
                    case "starts-with" -> given.startsWith(wanted);
                    default -> throw invalid("Invalid Policy: Unknown operation " + operator);
                };
        if (!holds) {
            throw denied("Invalid according to Policy: Policy Condition failed: [\"" + operator + "\", \"$" + field
                    + "\", \"" + wanted + "\"]");
        }
        return field;
    }

    private static BodyRefusal invalid(String message) {
        return new BodyRefusal(400, "InvalidPolicyDocument", message);
    }

    private static BodyRefusal denied(String message) {
        return new BodyRefusal(403, "AccessDenied", message);
    }
}
