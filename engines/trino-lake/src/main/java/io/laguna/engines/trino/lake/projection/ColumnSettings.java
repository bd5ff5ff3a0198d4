package io.laguna.engines.trino.lake.projection;

import io.trino.metastore.Table;
import io.trino.spi.StandardErrorCode;
import io.trino.spi.TrinoException;
import io.trino.spi.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The properties of a table that are about the projection of one of its partition columns. */
record ColumnSettings(Table table, String column, Type type) {
    /** Returns the column's projection, if its type is given. */
    Optional<Projection> projection() {
        return optional("type").map(kind -> switch (kind.toLowerCase(Locale.ROOT)) {
            case "enum" -> EnumProjection.of(this);
            case "integer" -> IntegerProjection.of(this);
            case "date" -> DateProjection.of(this);
            case "injected" -> new InjectedProjection(column);
            default -> throw invalid("type", kind, "enum, integer, date and injected are");
        });
    }

    /** Returns a property without the white space around it. */
    Optional<String> optional(String property) {
        return Optional.ofNullable(table.getParameters().get(key(property))).map(String::strip);
    }

    /** Returns a property as it is. */
    String required(String property) {
        return Optional.ofNullable(table.getParameters().get(key(property)))
                .orElseThrow(() -> new TrinoException(
                        StandardErrorCode.INVALID_TABLE_PROPERTY,
                        "Table " + table.getSchemaTableName()
                                + " is configured for partition projection, but the property " + key(property)
                                + " is missing"));
    }

    /** Returns both ends of the range, as they are written. */
    List<String> range() {
        String range = required("range");
        List<String> ends = List.of(range.split(",", -1));
        if (ends.size() != 2) {
            throw invalid("range", range, "two values with a comma between them are");
        }
        return ends;
    }

    long integer(String property, String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw invalid(property, value, "integers are");
        }
    }

    Optional<Long> positive(String property) {
        return optional(property).map(value -> {
            long number = integer(property, value);
            if (number < 1) {
                throw invalid(property, value, "positive integers are");
            }
            return number;
        });
    }

    /** Returns the failure of a query of a table with a property that has not one of the values that are allowed. */
    TrinoException invalid(String property, String value, String allowed) {
        return new TrinoException(
                StandardErrorCode.INVALID_TABLE_PROPERTY,
                "Table " + table.getSchemaTableName() + " is configured for partition projection, but the property "
                        + key(property) + " has the value '" + value + "'; " + allowed + " allowed");
    }

    /** Returns the failure of a query of a table whose template of locations lacks a column. */
    TrinoException invalidTemplate(String template, String placeholder) {
        return new TrinoException(
                StandardErrorCode.INVALID_TABLE_PROPERTY,
                "Table " + table.getSchemaTableName() + " is configured for partition projection, but its"
                        + " storage.location.template " + template + " is without " + placeholder);
    }

    private String key(String property) {
        return "projection." + column + "." + property;
    }
}
