package io.laguna.emulator.iam.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.iam.rule.Failures;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of trust policies: actions of STS, and principals in place of resources. */
final class Trust {
    private static final Pattern ACTION = Pattern.compile("(?i)sts:[a-z*?]+");

    private Trust() {}

    static void check(List<JsonNode> statements) {
        for (JsonNode statement : statements) {
            prohibit(statement, "Resource");
            prohibit(statement, "NotResource");
            if (!statement.has("Principal") && !statement.has("NotPrincipal")) {
                throw Failures.malformed("Missing required field Principal");
            }
        }
        if (!statements.stream().allMatch(Grants::isParsed)) {
            throw Failures.malformed("The policy failed legacy parsing");
        }
        for (JsonNode statement : statements) {
            if (!Grants.hasSome(statement, "Action", "NotAction")) {
                throw Failures.malformed("Missing required field Action");
            }
            checkActions(statement.path("Action"));
            checkActions(statement.path("NotAction"));
            Principals.check(statement.has("Principal") ? statement.path("Principal") : statement.path("NotPrincipal"));
        }
    }

    private static void prohibit(JsonNode statement, String field) {
        if (statement.has(field)) {
            throw Failures.malformed("Has prohibited field " + field);
        }
    }

    private static void checkActions(JsonNode actions) {
        for (JsonNode action : PolicyDocument.values(actions)) {
            if (!ACTION.matcher(action.asText()).matches()) {
                throw Failures.malformed("AssumeRole policy may only specify STS AssumeRole actions.");
            }
        }
    }
}
