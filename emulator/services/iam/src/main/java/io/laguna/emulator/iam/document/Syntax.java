package io.laguna.emulator.iam.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.iam.rule.Failures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The syntax of all policies: which elements there are, and which kind of JSON each is. */
final class Syntax {
    private static final Set<String> TOP = Set.of("Version", "Id", "Statement");
    private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");
    private static final List<String> LISTS = List.of("Action", "NotAction", "Resource", "NotResource");
    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal",
            "Condition");
    private static final String SID = "[0-9A-Za-z]*";

    private Syntax() {}

    static void check(JsonNode document) {
        if (!isDocument(document)) {
            throw Failures.malformed("Syntax errors in policy.");
        }
        checkIds(PolicyDocument.statements(document));
    }

    private static boolean isDocument(JsonNode document) {
        JsonNode statement = document.path("Statement");
        List<JsonNode> statements = PolicyDocument.statements(document);
        return document.isObject()
                && hasOnly(document, TOP)
                && isAbsentOr(document.path("Version"), version -> VERSIONS.contains(version.textValue()))
                && isAbsentOr(document.path("Id"), JsonNode::isTextual)
                && (statement.isObject() || statement.isArray())
                && !statements.isEmpty()
                && statements.stream().allMatch(Syntax::isStatement);
    }

    private static boolean isStatement(JsonNode statement) {
        return statement.isObject()
                && hasOnly(statement, ELEMENTS)
                && !(statement.has("Action") && statement.has("NotAction"))
                && !(statement.has("Resource") && statement.has("NotResource"))
                && !(statement.has("Principal") && statement.has("NotPrincipal"))
                && statement.path("Effect").asText().matches("(?i)allow|deny")
                && isAbsentOr(statement.path("Sid"), JsonNode::isTextual)
                && LISTS.stream().allMatch(name -> isAbsentOr(statement.path(name), Syntax::isTexts))
                && isAbsentOr(statement.path("Condition"), Conditions::isCondition);
    }

    /** The ids of statements are words, each another one. */
    private static void checkIds(List<JsonNode> statements) {
        Set<String> seen = new HashSet<>();
        for (JsonNode statement : statements) {
            String id = statement.path("Sid").asText();
            if (!id.matches(SID)) {
                throw Failures.malformed(
                        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the"
                                + " regular expression " + SID);
            }
            if (!id.isEmpty() && !seen.add(id)) {
                throw Failures.malformed("Statement IDs (SID) in a single policy must be unique.");
            }
        }
    }

    private static boolean isTexts(JsonNode value) {
        return value.isTextual()
                || (value.isArray() && PolicyDocument.values(value).stream().allMatch(JsonNode::isTextual));
    }

    private static boolean isAbsentOr(JsonNode value, Predicate<JsonNode> rule) {
        return value.isMissingNode() || rule.test(value);
    }

    private static boolean hasOnly(JsonNode object, Set<String> names) {
        Set<String> given = new HashSet<>();
        object.fieldNames().forEachRemaining(given::add);
        return names.containsAll(given);
    }
}
