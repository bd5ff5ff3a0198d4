package io.laguna.emulator.kit.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The context of a service's calls, which a policy's conditions ask about.
 *
 * @param service {@code s3.amazonaws.com}
 * @param source the ARN of the bucket, rule or API for which the service calls
 * @param account of the source's owner
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
public record PolicyContext(String service, String source, String account) {
    private static final String IF_EXISTS = "IfExists";
    private static final String NOT = "Not";
    private static final Map<String, BiPredicate<String, String>> OPERATORS = Map.of(
            "StringEquals", String::equals,
            "StringLike", PolicyContext::isLike,
            "StringEqualsIgnoreCase", String::equalsIgnoreCase,
            "ArnEquals", PolicyContext::isLike,
            "ArnLike", PolicyContext::isLike,
            "Bool", String::equalsIgnoreCase);

    /** Tells whether all conditions hold. Those that nothing is known about do not, unless they say so. */
    boolean meets(JsonNode conditions) {
        return conditions.properties().stream().allMatch(operator -> operator.getValue().properties().stream()
                .allMatch(key -> holds(operator.getKey(), key.getKey(), ResourcePolicy.texts(key.getValue()))));
    }

    private boolean holds(String operator, String key, List<String> values) {
        String plain = operator.replaceFirst("^For(Any|All)Values?:", "");
        Optional<String> own = value(key.toLowerCase(Locale.ROOT));
        if (plain.equals("Null")) {
            return values.stream().anyMatch(value -> Boolean.parseBoolean(value) == own.isEmpty());
        }
        boolean lenient = plain.endsWith(IF_EXISTS);
        plain = lenient ? plain.substring(0, plain.length() - IF_EXISTS.length()) : plain;
        boolean negated = plain.contains(NOT);
        if (own.isEmpty()) {
            return lenient || negated || operator.startsWith("ForAll");
        }
        BiPredicate<String, String> test = OPERATORS.get(plain.replace(NOT, ""));
        return test != null && values.stream().anyMatch(value -> test.test(value, own.get())) != negated;
    }

    private Optional<String> value(String key) {
        return switch (key) {
            case "aws:sourcearn" -> Optional.of(source);
            case "aws:sourceaccount" -> Optional.of(account);
            case "aws:securetransport", "aws:principalisawsservice" -> Optional.of("true");
            case "aws:principalservicename" -> Optional.of(service);
            default -> Optional.empty();
        };
    }

    /** Tells whether a text is as a pattern says, in which {@code *} is any text and {@code ?} any character. */
    static boolean isLike(String pattern, String text) {
        String expression = pattern.chars()
                .mapToObj(each -> switch (each) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(each));
                })
                .collect(Collectors.joining());
        return text.matches(expression);
    }
}
