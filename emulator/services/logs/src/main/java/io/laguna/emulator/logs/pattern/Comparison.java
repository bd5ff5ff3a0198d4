package io.laguna.emulator.logs.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * A comparison with a value: of numbers, or of a text with a text in which {@code *} stands for anything.
 *
 * @param number empty for a text
 */
record Comparison(String operator, Optional<BigDecimal> number, Pattern text) {
    static Comparison of(String operator, String value) throws InvalidPatternException {
        boolean quoted = value.startsWith("\"");
        Optional<BigDecimal> number = quoted ? Optional.empty() : number(value);
        boolean ordered = !operator.equals("=") && !operator.equals("!=");
        if (ordered && number.isEmpty()) {
            throw new InvalidPatternException(operator + " compares with a number, not with " + value);
        }
        return new Comparison(operator, number, text(quoted ? value.substring(1, value.length() - 1) : value));
    }

    /** Tells whether a field's value is as the comparison wants it. */
    boolean holds(JsonNode node) {
        if (number.isPresent() && node.isNumber()) {
            int order = node.decimalValue().compareTo(number.get());
            return switch (operator) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                case ">=" -> order >= 0;
                default -> order <= 0;
            };
        }
        boolean same = node.isValueNode() && text.matcher(node.asText()).matches();
        return switch (operator) {
            case "=" -> same;
            case "!=" -> !same;
            default -> false;
        };
    }

    private static Pattern text(String value) throws InvalidPatternException {
        if (value.length() > 1 && value.startsWith("%") && value.endsWith("%")) {
            try {
                return Pattern.compile(".*" + value.substring(1, value.length() - 1) + ".*", Pattern.DOTALL);
            } catch (PatternSyntaxException e) {
                throw new InvalidPatternException(e.getDescription());
            }
        }
        return Pattern.compile(
                Arrays.stream(value.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
