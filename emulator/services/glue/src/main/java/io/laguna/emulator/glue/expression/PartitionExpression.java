package io.laguna.emulator.glue.expression;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The expression of GetPartitions: "SQL syntax similar to the SQL WHERE filter clause", with =, &lt;&gt;, &gt;, &lt;,
 * &gt;=, &lt;=, AND, OR, IN, BETWEEN, LIKE, NOT and IS NULL.
 * https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartitions.html
 */
public final class PartitionExpression {
    private final Condition condition;

    private PartitionExpression(Condition condition) {
        this.condition = condition;
    }

    /**
     * Returns the expression over these keys.
     *
     * @param text null or blank takes every partition, as Spark's client sends it
     * @throws InvalidExpressionException that says where the expression goes wrong
     */
    public static PartitionExpression parse(String text, List<PartitionKey> keys) {
        Optional<String> expression = Optional.ofNullable(text).filter(given -> !given.isBlank());
        Map<String, PartitionKey> byName = keys.stream()
                .collect(Collectors.toMap(key -> key.name().toLowerCase(Locale.ROOT), Function.identity()));
        return new PartitionExpression(expression
                .map(given -> new ExpressionParser(given, byName).parse())
                .orElseGet(Condition.Always::new));
    }

    /** Tells whether every partition matches. */
    public boolean takesAll() {
        return condition instanceof Condition.Always;
    }

    /**
     * Returns the values that the first keys have in every partition that matches: one for each key until the first key
     * that may have several. Only texts that the value has to equal are among them; a number or a date may be written
     * in several ways.
     */
    public List<String> firstValues() {
        Map<Integer, String> fixed = condition.fixed();
        return Stream.iterate(0, position -> position + 1)
                .takeWhile(fixed::containsKey)
                .map(fixed::get)
                .toList();
    }

    /**
     * Tells whether the condition is true, not merely unknown, for a partition with these values.
     *
     * @throws UnfitValueException when a value that has to be looked at is not of its key's type
     */
    public boolean matches(List<String> values) {
        return condition.on(values) == Truth.TRUE;
    }
}
