package io.laguna.emulator.s3.bucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.s3.call.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A bucket's policy, as far as its form and whether it is public go.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">The meaning of
 *     "public"</a>
 */
record PolicyDocument(List<JsonNode> statements) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A condition on one of these, without a wildcard, says who may come. */
    private static final Set<String> FIXED = Set.of(
            "aws:principalorgid",
            "aws:principalarn",
            "aws:principalaccount",
            "aws:sourcearn",
            "aws:sourceaccount",
            "aws:sourceip",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:sourceowner",
            "aws:userid",
            "s3:dataaccesspointarn",
            "s3:dataaccesspointaccount",
            "s3:x-amz-server-side-encryption-aws-kms-key-id");

    static PolicyDocument parse(String text) {
        JsonNode policy;
        try {
            policy = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw Failure.MALFORMED_POLICY.exception();
        }
        if (policy == null || !policy.isObject()) {
            throw Failure.MALFORMED_POLICY.exception();
        }
        JsonNode given = policy.path("Statement");
        List<JsonNode> statements = new ArrayList<>();
        if (given.isArray()) {
            given.forEach(statements::add);
        } else if (given.isObject()) {
            statements.add(given);
        }
        if (statements.isEmpty()) {
            throw Failure.MALFORMED_POLICY.exception("Missing required field Statement");
        }
        for (JsonNode statement : statements) {
            require(statement, "Effect", "Effect");
            require(statement, "Principal", "NotPrincipal");
            require(statement, "Action", "NotAction");
            require(statement, "Resource", "NotResource");
            // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
            if (statement.has("NotPrincipal") && isAllow(statement)) {
                throw Failure.MALFORMED_POLICY.exception("Allow with NotPrincipal is not allowed.");
            }
        }
        return new PolicyDocument(statements);
    }

    private static void require(JsonNode statement, String field, String other) {
        if (!statement.has(field) && !statement.has(other)) {
            throw Failure.MALFORMED_POLICY.exception("Missing required field " + field);
        }
    }

    boolean isPublic() {
        return statements.stream()
                .filter(PolicyDocument::isAllow)
                .filter(statement -> isAnybody(statement.path("Principal")))
                .anyMatch(statement -> !isFixed(statement.path("Condition")));
    }

    private static boolean isAllow(JsonNode statement) {
        return statement.path("Effect").asText().equals("Allow");
    }

    private static boolean isAnybody(JsonNode principal) {
        JsonNode aws = principal.isObject() ? principal.path("AWS") : principal;
        if (aws.isTextual()) {
            return aws.asText().equals("*");
        }
        for (JsonNode each : aws) {
            if (each.asText().equals("*")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFixed(JsonNode conditions) {
        for (JsonNode operator : conditions) {
            var fields = operator.fields();
            while (fields.hasNext()) {
                var condition = fields.next();
                boolean known = FIXED.contains(condition.getKey().toLowerCase(Locale.ROOT));
                if (known && !condition.getValue().toString().contains("*")) {
                    return true;
                }
            }
        }
        return false;
    }
}
