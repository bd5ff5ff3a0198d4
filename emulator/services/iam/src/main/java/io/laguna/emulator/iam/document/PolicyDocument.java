package io.laguna.emulator.iam.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laguna.emulator.iam.rule.Failures;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy's document, which is kept letter by letter.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON
 *     policy language</a>
 */
public final class PolicyDocument {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String CURRENT = "2012-10-17";

    private final String text;

    private PolicyDocument(String text) {
        this.text = text;
    }

    /** Returns the document of a managed policy, which is of the current version of the language. */
    public static PolicyDocument managed(String text) {
        JsonNode document = parsed(text, "Syntax errors in policy.");
        Syntax.check(document);
        if (!document.path("Version").asText().equals(CURRENT)) {
            throw Failures.malformed("Policy document must be version 2012-10-17 or greater.");
        }
        Grants.check(statements(document));
        return new PolicyDocument(text);
    }

    /** Returns the document of a policy that is part of a user, a group or a role. */
    public static PolicyDocument inline(String text) {
        JsonNode document = parsed(text, "Syntax errors in policy.");
        Syntax.check(document);
        Grants.check(statements(document));
        return new PolicyDocument(text);
    }

    /** Returns a trust policy, which says who may work as a role. */
    public static PolicyDocument trust(String text) {
        JsonNode document = parsed(text, "This policy contains invalid Json");
        Syntax.check(document);
        Trust.check(statements(document));
        return new PolicyDocument(text);
    }

    public String text() {
        return text;
    }

    /** Returns how many characters count for quotas: all but white space. */
    public int size() {
        return size(text);
    }

    /** Returns how many characters of a document count for quotas. */
    public static int size(String document) {
        return (int) document.chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    static List<JsonNode> statements(JsonNode document) {
        return values(document.path("Statement"));
    }

    /** Returns the elements of a list, or the one value that stands for a list of one. */
    static List<JsonNode> values(JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(values::add);
        } else if (!value.isMissingNode()) {
            values.add(value);
        }
        return values;
    }

    private static JsonNode parsed(String text, String otherwise) {
        if (Character.isWhitespace(text.charAt(0))) {
            throw Failures.malformed("JSON strings must not have leading spaces");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw Failures.malformed(otherwise);
        }
    }
}
