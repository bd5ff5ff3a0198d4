package io.laguna.apps.covid.report.finding;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;

/** The cells of a row by column name, whatever numeric type the table stores them in. SQL's NULL ends here. */
record Cells(Row row) {

    /** Returns a text; empty for NULL. */
    String text(String column) {
        Object value = row.getAs(column);
        return value == null ? "" : value.toString();
    }

    /**
     * Returns a whole number.
     *
     * @throws IllegalStateException for NULL, which no count may be
     */
    long whole(String column) {
        return optionalWhole(column).orElseThrow(() -> new IllegalStateException("NULL in column " + column));
    }

    OptionalLong optionalWhole(String column) {
        Number value = row.getAs(column);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
    }

    OptionalDouble number(String column) {
        Number value = row.getAs(column);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    /** Returns a date. Spark returns a DATE as one of two classes; both write themselves as ISO 8601. */
    LocalDate date(String column) {
        return LocalDate.parse(text(column));
    }
}
