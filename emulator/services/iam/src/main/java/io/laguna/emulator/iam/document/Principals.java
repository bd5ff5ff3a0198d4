package io.laguna.emulator.iam.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.iam.rule.Failures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The principals of trust policies. Their form is checked; Laguna does not ask whether they are there: many a policy names
 * an account of AWS.
 */
final class Principals {
    private static final Pattern EVERYBODY = Pattern.compile("\\*");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern UNIQUE_ID = Pattern.compile("A(ROA|IDA|GPA)[A-Z0-9]{16,}");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:(iam::\\d{12}:(root|(user|role)/[\\x21-\\x7e]+)"
            + "|sts::\\d{12}:(assumed-role|federated-user)/[\\x21-\\x7e]+)");
    private static final Map<String, List<Pattern>> FORMS = Map.of(
            "AWS", List.of(EVERYBODY, ACCOUNT, UNIQUE_ID, ARN),
            "Service", List.of(Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(amazonaws\\.com(\\.cn)?|amazon\\.com)")),
            "Federated",
                    List.of(
                            Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:(saml|oidc)-provider/[\\x21-\\x7e]+"),
                            Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+(/[\\x21-\\x7e]*)?")),
            "CanonicalUser", List.of(Pattern.compile("[0-9a-f]{64}")));

    private Principals() {}

    static void check(JsonNode principal) {
        if (principal.isTextual()) {
            throw Failures.malformed(
                    "AssumeRolepolicy contained an invalid principal: \"STAR\":\"" + principal.textValue() + "\".");
        }
        if (!principal.isObject()) {
            throw Failures.malformed("Syntax errors in policy.");
        }
        List<Map.Entry<String, JsonNode>> named = principal.properties().stream()
                .flatMap(kind ->
                        PolicyDocument.values(kind.getValue()).stream().map(value -> Map.entry(kind.getKey(), value)))
                .collect(Collectors.toList());
        if (named.isEmpty()) {
            throw Failures.malformed("Invalid principal in policy: com.amazon.balsa.error.InvalidPolicyException: The"
                    + " passed in policy has a statement with no principals!");
        }
        named.forEach(each -> check(each.getKey(), each.getValue()));
    }

    private static void check(String kind, JsonNode value) {
        String text = value.asText();
        boolean valid = value.isTextual()
                && FORMS.getOrDefault(kind, List.of()).stream()
                        .anyMatch(form -> form.matcher(text).matches());
        if (!valid) {
            throw Failures.malformed(
                    "Invalid principal in policy: \"" + kind.toUpperCase(Locale.ROOT) + "\":\"" + text + "\"");
        }
    }
}
