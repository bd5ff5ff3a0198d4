package io.laguna.emulator.glue.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** A condition on the values of a partition. */
sealed interface Condition {
    /**
     * Returns whether the condition is true for a partition with these values. What the first conditions decide is not
     * asked of the others.
     *
     * @throws UnfitValueException when a value that has to be looked at is not of its key's type
     */
    Truth on(List<String> values);

    /** Returns the texts that keys must have for the condition to be true, by the keys' positions. */
    default Map<Integer, String> fixed() {
        return Map.of();
    }

    record Always() implements Condition {
        @Override
        public Truth on(List<String> values) {
            return Truth.TRUE;
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public Truth on(List<String> values) {
            return condition.on(values).not();
        }
    }

    record And(List<Condition> conditions) implements Condition {
        @Override
        public Truth on(List<String> values) {
            Truth truth = Truth.TRUE;
            for (Condition each : conditions) {
                truth = truth.and(each.on(values));
                if (truth == Truth.FALSE) {
                    break;
                }
            }
            return truth;
        }

        @Override
        public Map<Integer, String> fixed() {
            Map<Integer, String> fixed = new HashMap<>();
            conditions.forEach(each -> fixed.putAll(each.fixed()));
            return fixed;
        }
    }

    record Or(List<Condition> conditions) implements Condition {
        @Override
        public Truth on(List<String> values) {
            Truth truth = Truth.FALSE;
            for (Condition each : conditions) {
                truth = truth.or(each.on(values));
                if (truth == Truth.TRUE) {
                    break;
                }
            }
            return truth;
        }
    }

    /**
     * A comparison of two operands as values of one type.
     *
     * @param holds for the sign of left compared with right
     */
    record Comparison(Operand left, Operand right, KeyType type, IntPredicate holds) implements Condition {
        @Override
        public Truth on(List<String> values) {
            Optional<Comparable<?>> one = value(left, values);
            Optional<Comparable<?>> other = value(right, values);
            return one.isEmpty() || other.isEmpty()
                    ? Truth.UNKNOWN
                    : Truth.of(holds.test(compare(one.get(), other.get())));
        }

        @Override
        public Map<Integer, String> fixed() {
            boolean equal = holds.test(0) && !holds.test(1) && !holds.test(-1);
            return equal && type == KeyType.TEXT
                    ? fixed(left, right).or(() -> fixed(right, left)).orElseGet(Map::of)
                    : Map.of();
        }

        private static Optional<Map<Integer, String>> fixed(Operand one, Operand other) {
            return one instanceof Operand.Key key && other instanceof Operand.Literal literal
                    ? literal.value().map(value -> Map.of(key.position(), value))
                    : Optional.empty();
        }

        private Optional<Comparable<?>> value(Operand operand, List<String> values) {
            Optional<String> text = operand.text(values);
            Optional<Comparable<?>> value = text.flatMap(operand instanceof Operand.Key ? type::stored : type::value);
            if (text.isPresent() && value.isEmpty()) {
                throw new UnfitValueException(text.get(), type);
            }
            return value;
        }

        @SuppressWarnings("unchecked") // Both come from the same type's parse.
        private static int compare(Comparable<?> one, Comparable<?> other) {
            return ((Comparable<Object>) one).compareTo(other);
        }
    }

    record IsNull(Operand operand) implements Condition {
        @Override
        public Truth on(List<String> values) {
            return Truth.of(operand.text(values).isEmpty());
        }
    }

    record Like(Operand operand, Pattern pattern) implements Condition {
        @Override
        public Truth on(List<String> values) {
            return operand.text(values)
                    .map(text -> Truth.of(pattern.matcher(text).matches()))
                    .orElse(Truth.UNKNOWN);
        }
    }
}
