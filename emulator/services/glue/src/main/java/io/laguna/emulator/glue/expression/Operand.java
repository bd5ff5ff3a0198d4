package io.laguna.emulator.glue.expression;

import java.util.List;
import java.util.Optional;

/** A side of a comparison. */
sealed interface Operand {
    /** Returns the operand's text for a partition with these values; empty when it is null. */
    Optional<String> text(List<String> values);

    /**
     * A partition key. Its value is the text that it is, Hive's word for null too: a key that is equal to {@code
     * __HIVE_DEFAULT_PARTITION__} is how clients ask Glue for partitions without a value, and no value is null.
     * https://github.com/trinodb/trino/pull/13122, https://github.com/trinodb/trino/issues/13150
     *
     * <p>A partition that was added before the table got another key has no value for it.
     */
    record Key(int position, KeyType type) implements Operand {
        @Override
        public Optional<String> text(List<String> values) {
            return position < values.size() ? Optional.of(values.get(position)) : Optional.empty();
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
