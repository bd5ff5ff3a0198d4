package io.laguna.emulator.glue.expression;

import java.util.List;
import java.util.Optional;

/** A side of a comparison. */
sealed interface Operand {
    /** Returns the operand's text for a partition with these values; empty when it is null. */
    Optional<String> text(List<String> values);

    /** A partition key. */
    record Key(int position, KeyType type) implements Operand {
        /** The value of a partition in Hive that stands for null. */
        private static final String NULL = "__HIVE_DEFAULT_PARTITION__";

        @Override
        public Optional<String> text(List<String> values) {
            return Optional.of(values.get(position)).filter(value -> !value.equals(NULL));
        }
    }

    /**
     * A constant.
     *
     * @param numeric whether it stood there as a number
     * @param position in the expression
     */
    record Literal(Optional<String> value, boolean numeric, int position) implements Operand {
        @Override
        public Optional<String> text(List<String> values) {
            return value;
        }
    }
}
