package io.laguna.glue.transform;

import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.GlueType.DecimalType;
import io.laguna.glue.schema.GlueType.StructType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** A comparison of a field with a value. Between a number and a text, or with null, none holds. */
record Comparison(FieldPath path, Operator operator, Object value) implements Serializable {
    private static final Set<GlueType> NUMBERS =
            Set.of(Atomic.BYTE, Atomic.SHORT, Atomic.INTEGER, Atomic.LONG, Atomic.FLOAT, Atomic.DOUBLE);

    boolean holds(Struct record) {
        OptionalInt sign = compare(Fields.get(record, path, true), value);
        return sign.isPresent() && operator.holds(sign.getAsInt());
    }

    private static OptionalInt compare(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return compareNumbers(a, b);
        } else if (one instanceof String a && other instanceof String b) {
            return OptionalInt.of(a.compareTo(b));
        } else if (one instanceof Boolean a && other instanceof Boolean b) {
            return OptionalInt.of(a.compareTo(b));
        }
        return OptionalInt.empty();
    }

    private static OptionalInt compareNumbers(Number one, Number other) {
        boolean finite = Double.isFinite(one.doubleValue()) && Double.isFinite(other.doubleValue());
        return OptionalInt.of(
                finite
                        ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()))
                        : Double.compare(one.doubleValue(), other.doubleValue()));
    }

    /** Returns whether Spark's comparison of the column is the same as that of the values. */
    boolean fits(StructType schema) {
        Optional<GlueType> type = Types.get(schema, path, true);
        return type.isPresent() && fits(type.get());
    }

    private boolean fits(GlueType type) {
        if (value instanceof Number) {
            return NUMBERS.contains(type) || type instanceof DecimalType;
        }
        return type == (value instanceof Boolean ? Atomic.BOOLEAN : Atomic.STRING);
    }

    Column column() {
        Column field = functions.col(path.quoted());
        return switch (operator) {
            case EQUAL -> field.equalTo(value);
            case NOT_EQUAL -> field.notEqual(value);
            case LESS -> field.lt(value);
            case LESS_OR_EQUAL -> field.leq(value);
            case GREATER -> field.gt(value);
            case GREATER_OR_EQUAL -> field.geq(value);
        };
    }
}
