package io.laguna.emulator.kit.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The permission that a function's policy gives a service which calls the function for something of an account's.
 *
 * @param service {@code s3.amazonaws.com}
 * @param source the ARN of the bucket or API for which the service calls
 * @param account of the owner of the bucket or API
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html">Resource-based policies</a>
 */
public record InvokePermission(String service, String source, String account) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACTIONS = List.of("lambda:invokefunction", "lambda:*", "*");

    /** Tells whether a policy lets the service call its function. */
    public boolean isIn(String policy) {
        try {
            return elements(JSON.readTree(policy).path("Statement")).stream().anyMatch(this::allows);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private boolean allows(JsonNode statement) {
        JsonNode principal = statement.path("Principal");
        boolean us = principal.asText().equals("*")
                || texts(principal.path("Service")).contains(service)
                || texts(principal.path("AWS")).contains("*");
        boolean action = texts(statement.path("Action")).stream()
                .anyMatch(each -> ACTIONS.contains(each.toLowerCase(Locale.ROOT)));
        return us && action && statement.path("Effect").asText().equals("Allow") && holds(statement.path("Condition"));
    }

    private boolean holds(JsonNode conditions) {
        return StreamSupport.stream(((Iterable<String>) conditions::fieldNames).spliterator(), false)
                .allMatch(operator -> StreamSupport.stream(
                                ((Iterable<String>) conditions.path(operator)::fieldNames).spliterator(), false)
                        .allMatch(key -> holds(
                                operator, key, texts(conditions.path(operator).path(key)))));
    }

    private boolean holds(String operator, String key, List<String> values) {
        Optional<String> own =
                switch (key.toLowerCase(Locale.ROOT)) {
                    case "aws:sourcearn" -> Optional.of(source);
                    case "aws:sourceaccount" -> Optional.of(account);
                    default -> Optional.empty();
                };
        Optional<BiPredicate<String, String>> test =
                switch (operator) {
                    case "StringEquals", "ArnEquals" -> Optional.of(
                            operator.equals("ArnEquals") ? InvokePermission::isLike : String::equals);
                    case "StringLike", "ArnLike" -> Optional.of(InvokePermission::isLike);
                    case "StringEqualsIgnoreCase" -> Optional.of(String::equalsIgnoreCase);
                    default -> Optional.empty();
                };
        return own.isPresent()
                && test.isPresent()
                && values.stream().anyMatch(value -> test.get().test(value, own.get()));
    }

    private static boolean isLike(String pattern, String text) {
        String expression = pattern.chars()
                .mapToObj(each -> switch (each) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(each));
                })
                .collect(Collectors.joining());
        return text.matches(expression);
    }

    private static List<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node);
    }

    private static List<String> texts(JsonNode node) {
        return elements(node).stream().map(JsonNode::asText).toList();
    }
}
