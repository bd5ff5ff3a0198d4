package io.laguna.emulator.kit.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * The policy of a resource, as it meets a service that calls the resource for something of an account's. What is denied is not
 * allowed, whatever else allows it.
 *
 * @param statements of the policy
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Elements of policies</a>
 */
public record ResourcePolicy(List<JsonNode> statements) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a policy. What is none has no statements. */
    public static ResourcePolicy read(String policy) {
        try {
            return new ResourcePolicy(elements(JSON.readTree(policy).path("Statement")));
        } catch (JsonProcessingException e) {
            return new ResourcePolicy(List.of());
        }
    }

    /**
     * Tells whether a caller may call a resource.
     *
     * @param action {@code sqs:SendMessage}
     * @param resource its ARN
     */
    public boolean allows(String action, String resource, PolicyContext caller) {
        return statements.stream().anyMatch(each -> is(each, "Allow", action, resource, caller))
                && statements.stream().noneMatch(each -> is(each, "Deny", action, resource, caller));
    }

    /** Tells whether a caller may call the resource of the policy, whichever that is. */
    boolean allows(String action, PolicyContext caller) {
        return statements.stream().anyMatch(each -> is(each, "Allow", action, caller))
                && statements.stream().noneMatch(each -> is(each, "Deny", action, caller));
    }

    private static boolean is(JsonNode statement, String effect, String action, PolicyContext caller) {
        return statement.path("Effect").asText().equals(effect)
                && named(statement, "Principal", principal -> isCaller(principal, caller))
                && named(statement, "Action", actions -> any(actions, action))
                && caller.meets(statement.path("Condition"));
    }

    private static boolean is(JsonNode statement, String effect, String action, String resource, PolicyContext caller) {
        return is(statement, effect, action, caller)
                && named(statement, "Resource", resources -> any(resources, resource));
    }

    /** A test of an element of a statement. */
    private interface Test {
        boolean holds(JsonNode element);
    }

    /** Tests an element, or that which names all others. A policy of a resource may leave the resource out. */
    private static boolean named(JsonNode statement, String name, Test test) {
        if (statement.has("Not" + name)) {
            return !test.holds(statement.path("Not" + name));
        }
        return statement.has(name) ? test.holds(statement.path(name)) : name.equals("Resource");
    }

    private static boolean isCaller(JsonNode principal, PolicyContext caller) {
        return principal.asText().equals("*")
                || texts(principal.path("Service")).contains(caller.service())
                || texts(principal.path("AWS")).contains("*");
    }

    private static boolean any(JsonNode patterns, String text) {
        return texts(patterns).stream()
                .anyMatch(pattern ->
                        PolicyContext.isLike(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)));
    }

    private static List<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node);
    }

    static List<String> texts(JsonNode node) {
        return elements(node).stream().map(JsonNode::asText).toList();
    }
}
