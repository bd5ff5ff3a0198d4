package io.laguna.emulator.logs.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of an event's fields, which spaces divide: {@code [ip, user, ..., status = 4*, bytes > 1000]}. What stands in
 * square brackets or quotes in an event is one field. The last field of a pattern has all that follows.
 *
 * @param first the conditions of the first fields
 * @param last those of the last ones
 * @param open whether any fields may be between the two
 */
record FieldsPattern(List<Predicate<JsonNode>> first, List<Predicate<JsonNode>> last, boolean open)
        implements FilterPattern {
    private static final String ANY = "...";
    private static final String VALUE = "\"(?:[^\"\\\\]|\\\\.)*\"|%[^%]*%|[^\\s,&|\\]\"]+";
    private static final String CONDITION = "[\\w.-]+\\s*(?:!=|>=|<=|=|>|<)\\s*(?:" + VALUE + ")";
    private static final Pattern FIELD = Pattern.compile(
            "\\s*(\\.\\.\\.|" + CONDITION + "(?:\\s*(?:&&|\\|\\|)\\s*" + CONDITION + ")*|[\\w.-]*)\\s*(,|$)");
    private static final Pattern PART =
            Pattern.compile("(\\|\\||&&)?\\s*[\\w.-]+\\s*(!=|>=|<=|=|>|<)\\s*(" + VALUE + ")\\s*");
    private static final Pattern FIELD_OF_EVENT = Pattern.compile("\\[([^\\]]*)\\]|\"([^\"]*)\"|(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    static FieldsPattern of(String text) throws InvalidPatternException {
        if (!text.endsWith("]")) {
            throw new InvalidPatternException("the square bracket does not end");
        }
        String inner = text.substring(1, text.length() - 1);
        List<Predicate<JsonNode>> first = new ArrayList<>();
        List<Predicate<JsonNode>> last = new ArrayList<>();
        boolean open = false;
        Matcher field = FIELD.matcher(inner);
        int at = 0;
        boolean more = true;
        while (more) {
            if (!field.find(at) || field.start() != at) {
                throw new InvalidPatternException("it cannot be read from '" + inner.substring(at) + "' on");
            }
            if (!field.group(1).equals(ANY)) {
                (open ? last : first).add(condition(field.group(1)));
            } else if (open) {
                throw new InvalidPatternException("only one place may have any fields");
            }
            open |= field.group(1).equals(ANY);
            more = field.group(2).equals(",");
            at = field.end();
        }
        return new FieldsPattern(first, last, open);
    }

    /** Reads the conditions of one field, of which there may be none: {@code w1=ERROR || w1=WARN}. */
    private static Predicate<JsonNode> condition(String text) throws InvalidPatternException {
        Predicate<JsonNode> either = value -> false;
        Predicate<JsonNode> both = value -> true;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            Predicate<JsonNode> one = Comparison.of(part.group(2), part.group(3))::holds;
            if ("||".equals(part.group(1))) {
                either = either.or(both);
                both = one;
            } else {
                both = both.and(one);
            }
        }
        return either.or(both);
    }

    @Override
    public boolean matches(String message) {
        List<String> fields = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Matcher field = FIELD_OF_EVENT.matcher(message);
        while (field.find()) {
            starts.add(field.start());
            fields.add(
                    field.group(1) != null ? field.group(1) : field.group(2) != null ? field.group(2) : field.group(3));
        }
        int wanted = first.size() + last.size();
        if (fields.size() < wanted) {
            return false;
        }
        if (!open && fields.size() > wanted) {
            fields.set(wanted - 1, message.substring(starts.get(wanted - 1)));
        }
        int behind = open ? fields.size() - last.size() : wanted;
        return hold(first, fields, 0) && hold(last, fields, behind);
    }

    private static boolean hold(List<Predicate<JsonNode>> conditions, List<String> fields, int from) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).test(value(fields.get(from + i)))) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode value(String text) {
        return NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text);
    }
}
