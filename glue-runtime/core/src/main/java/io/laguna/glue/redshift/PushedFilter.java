package io.laguna.glue.redshift;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.IsNull;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Or;
import org.apache.spark.sql.sources.StringStartsWith;

/**
 * The conditions of Spark's that Redshift can evaluate. Spark evaluates them again, so a condition that is left out costs
 * time alone.
 */
final class PushedFilter {
    private PushedFilter() {}

    /** Returns the condition of rows that may pass all filters. */
    static Optional<String> sql(Filter... filters) {
        List<String> conditions =
                Arrays.stream(filters).flatMap(filter -> one(filter).stream()).toList();
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
    }

    private static Optional<String> one(Filter filter) {
        if (filter instanceof EqualTo equal) {
            return compared(equal.attribute(), "=", equal.value());
        } else if (filter instanceof GreaterThan greater) {
            return ordered(greater.attribute(), ">", greater.value());
        } else if (filter instanceof GreaterThanOrEqual greater) {
            return ordered(greater.attribute(), ">=", greater.value());
        } else if (filter instanceof LessThan less) {
            return ordered(less.attribute(), "<", less.value());
        } else if (filter instanceof LessThanOrEqual less) {
            return ordered(less.attribute(), "<=", less.value());
        } else if (filter instanceof In in) {
            return in(in);
        } else if (filter instanceof IsNull isNull) {
            return Optional.of(Sql.name(isNull.attribute()) + " IS NULL");
        } else if (filter instanceof IsNotNull isNotNull) {
            return Optional.of(Sql.name(isNotNull.attribute()) + " IS NOT NULL");
        } else if (filter instanceof StringStartsWith starts) {
            return Optional.of("LEFT(" + Sql.name(starts.attribute()) + ", "
                    + starts.value().codePointCount(0, starts.value().length()) + ") = " + Sql.text(starts.value()));
        } else if (filter instanceof And and) {
            return both(one(and.left()), " AND ", one(and.right()));
        } else if (filter instanceof Or or) {
            return both(one(or.left()), " OR ", one(or.right()));
        }
        return Optional.empty();
    }

    private static Optional<String> both(Optional<String> left, String word, Optional<String> right) {
        return left.flatMap(a -> right.map(b -> "(" + a + word + b + ")"));
    }

    /** Blanks at the end of a text do not count in Redshift, so its order of texts is another. */
    private static Optional<String> ordered(String column, String sign, Object value) {
        return value instanceof String ? Optional.empty() : compared(column, sign, value);
    }

    private static Optional<String> compared(String column, String sign, Object value) {
        return literal(value).map(text -> Sql.name(column) + " " + sign + " " + text);
    }

    private static Optional<String> in(In in) {
        List<Optional<String>> literals =
                Arrays.stream(in.values()).map(PushedFilter::literal).toList();
        return literals.isEmpty() || literals.contains(Optional.<String>empty())
                ? Optional.empty()
                : Optional.of(Sql.name(in.attribute())
                        + literals.stream().map(Optional::get).collect(Collectors.joining(", ", " IN (", ")")));
    }

    private static Optional<String> literal(Object value) {
        if (value instanceof String text) {
            return Optional.of(Sql.text(text));
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? Optional.of("CAST(" + number + " AS DOUBLE PRECISION)") : Optional.empty();
        } else if (value instanceof Number || value instanceof Boolean) {
            return Optional.of(value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
        } else if (value instanceof Date || value instanceof LocalDate) {
            return Optional.of("DATE '" + value + "'");
        } else if (value instanceof LocalDateTime time) {
            return Optional.of("TIMESTAMP '" + Timestamp.valueOf(time) + "'");
        } else if (value instanceof Timestamp || value instanceof Instant) {
            // The column may be with or without a zone, which only Spark knows to compare.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
