package io.laguna.emulator.logs.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader of the conditions in a pattern for JSON: comparisons, {@code &&} over {@code ||}, and parentheses. */
final class JsonConditions {
    private static final Pattern WORD =
            Pattern.compile("\\s*(&&|\\|\\||[()]|!=|>=|<=|=|>|<|\"(?:[^\"\\\\]|\\\\.)*\"|%[^%]*%"
                    + "|\\$(?:\\.\\w[\\w-]*|\\[(?:\\d+|\\*|\"[^\"]*\")\\])+|[^\\s()=<>!&|\"]+)");
    private static final Set<String> COMPARISONS = Set.of("=", "!=", ">", "<", ">=", "<=");
    private static final Pattern STEP = Pattern.compile("\\.(\\w[\\w-]*)|\\[(?:(\\d+)|(\\*)|\"([^\"]*)\")\\]");

    private final List<String> words = new ArrayList<>();
    private int at;

    JsonConditions(String text) throws InvalidPatternException {
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (end < text.strip().length() && word.find(end) && word.start() == end) {
            words.add(word.group(1));
            end = word.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new InvalidPatternException(
                    "it cannot be read from '" + text.substring(end).strip() + "' on");
        }
    }

    /** Returns the condition that all of the text is. */
    Predicate<JsonNode> whole() throws InvalidPatternException {
        Predicate<JsonNode> condition = either();
        if (at < words.size()) {
            throw new InvalidPatternException("nothing was expected at '" + words.get(at) + "'");
        }
        return condition;
    }

    private Predicate<JsonNode> either() throws InvalidPatternException {
        Predicate<JsonNode> condition = both();
        while (take("||")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Predicate<JsonNode> both() throws InvalidPatternException {
        Predicate<JsonNode> condition = one();
        while (take("&&")) {
            condition = condition.and(one());
        }
        return condition;
    }

    private Predicate<JsonNode> one() throws InvalidPatternException {
        if (take("(")) {
            Predicate<JsonNode> inner = either();
            if (!take(")")) {
                throw new InvalidPatternException("a parenthesis does not end");
            }
            return inner;
        }
        String selector = next("a selector ($.field)");
        if (!selector.startsWith("$")) {
            throw new InvalidPatternException("a selector begins with $, not '" + selector + "'");
        }
        return compared(selector, next("a comparison"));
    }

    private Predicate<JsonNode> compared(String selector, String comparison) throws InvalidPatternException {
        if (comparison.equals("IS")) {
            String what = next("NULL, TRUE or FALSE");
            return switch (what) {
                case "NULL" -> event -> select(event, selector).stream().anyMatch(JsonNode::isNull);
                case "TRUE" -> event ->
                        select(event, selector).stream().anyMatch(node -> node.isBoolean() && node.asBoolean());
                case "FALSE" -> event ->
                        select(event, selector).stream().anyMatch(node -> node.isBoolean() && !node.asBoolean());
                default -> throw new InvalidPatternException("IS " + what + " is no condition");
            };
        }
        if (comparison.equals("NOT") && next("EXISTS").equals("EXISTS")) {
            return event -> select(event, selector).isEmpty();
        }
        if (!COMPARISONS.contains(comparison)) {
            throw new InvalidPatternException("'" + comparison + "' is no comparison");
        }
        Comparison value = Comparison.of(comparison, next("a value"));
        return event -> select(event, selector).stream().anyMatch(value::holds);
    }

    private static List<JsonNode> select(JsonNode event, String selector) {
        List<JsonNode> nodes = List.of(event);
        Matcher step = STEP.matcher(selector);
        while (step.find()) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                if (step.group(3) != null) {
                    node.forEach(next::add);
                } else if (step.group(2) != null) {
                    add(next, node.path(Integer.parseInt(step.group(2))));
                } else {
                    add(next, node.path(step.group(1) != null ? step.group(1) : step.group(4)));
                }
            }
            nodes = next;
        }
        return nodes;
    }

    private static void add(List<JsonNode> nodes, JsonNode node) {
        if (!node.isMissingNode()) {
            nodes.add(node);
        }
    }

    private boolean take(String word) {
        boolean is = at < words.size() && words.get(at).equals(word);
        at += is ? 1 : 0;
        return is;
    }

    private String next(String expected) throws InvalidPatternException {
        if (at == words.size()) {
            throw new InvalidPatternException(expected + " was expected at the end");
        }
        return words.get(at++);
    }
}
