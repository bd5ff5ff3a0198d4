package io.laguna.emulator.iam.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.iam.rule.Failures;
import java.util.List;

/** The rules of policies that grant something to whoever has them: actions on resources, and no principals. */
final class Grants {
    private Grants() {}

    static void check(List<JsonNode> statements) {
        if (!statements.stream().allMatch(Grants::isParsed)) {
            throw Failures.malformed("The policy failed legacy parsing");
        }
        if (statements.stream().anyMatch(each -> each.has("Principal") || each.has("NotPrincipal"))) {
            throw Failures.malformed("Policy document should not specify a principal.");
        }
        if (!statements.stream().allMatch(each -> hasSome(each, "Action", "NotAction"))) {
            throw Failures.malformed("Policy statement must contain actions.");
        }
        statements.forEach(each -> {
            Resources.check(each.path("Resource"));
            Resources.check(each.path("NotResource"));
        });
        statements.forEach(each -> {
            Actions.check(each.path("Action"));
            Actions.check(each.path("NotAction"));
        });
        if (!statements.stream().allMatch(each -> hasSome(each, "Resource", "NotResource"))) {
            throw Failures.malformed("Policy statement must contain resources.");
        }
    }

    /** Tells whether the older of AWS's two parsers takes a statement. */
    static boolean isParsed(JsonNode statement) {
        String effect = statement.path("Effect").asText();
        return (effect.equals("Allow") || effect.equals("Deny"))
                && Conditions.hasDates(statement.path("Condition"))
                && Resources.areParsed(statement.path("Resource"))
                && Resources.areParsed(statement.path("NotResource"));
    }

    static boolean hasSome(JsonNode statement, String name, String inverse) {
        return !PolicyDocument.values(statement.path(name)).isEmpty()
                || !PolicyDocument.values(statement.path(inverse)).isEmpty();
    }
}
