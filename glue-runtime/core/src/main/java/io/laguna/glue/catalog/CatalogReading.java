package io.laguna.glue.catalog;

import io.laguna.glue.format.CsvColumn;
import io.laguna.glue.schema.GlueType;
import java.io.Serial;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A reading of texts in a type of the catalog. A text that does not fit stays a text, so that its column becomes a choice;
 * an empty one is null, unless the type is of texts.
 */
record CatalogReading(GlueType type, String zone) implements CsvColumn.Reading {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public Object apply(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return isText() ? text : null;
        }
        try {
            return read(text, bare);
        } catch (NumberFormatException | DateTimeException e) {
            return text;
        }
    }

    private boolean isText() {
        return !(type instanceof GlueType.DecimalType
                || (type instanceof GlueType.Atomic atomic && atomic != GlueType.Atomic.STRING));
    }

    private Object read(String text, String bare) {
        if (type instanceof GlueType.DecimalType decimal) {
            BigDecimal value = new BigDecimal(bare);
            boolean fits = value.scale() <= decimal.scale()
                    && value.precision() - value.scale() <= decimal.precision() - decimal.scale();
            return fits ? value.setScale(decimal.scale()) : text;
        }
        if (!(type instanceof GlueType.Atomic atomic)) {
            return text;
        }
        return switch (atomic) {
            case BYTE -> Byte.valueOf(bare);
            case SHORT -> Short.valueOf(bare);
            case INTEGER -> Integer.valueOf(bare);
            case LONG -> Long.valueOf(bare);
            case FLOAT -> isNumber(bare) ? (Object) Float.valueOf(bare) : text;
            case DOUBLE -> isNumber(bare) ? (Object) Double.valueOf(bare) : text;
            case BOOLEAN -> bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false")
                    ? (Object) Boolean.valueOf(bare)
                    : text;
            case DATE -> Date.valueOf(LocalDate.parse(bare));
            case TIMESTAMP -> Timestamp.from(
                    moment(bare).atZone(ZoneId.of(zone)).toInstant());
            case TIMESTAMP_NTZ -> moment(bare);
            case BINARY, NULL, STRING, UNKNOWN -> text;
        };
    }

    private static LocalDateTime moment(String text) {
        String bare = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        return bare.length() > 10
                ? LocalDateTime.parse(bare.replace(' ', 'T'))
                : LocalDate.parse(bare).atStartOfDay();
    }

    /** Java reads a letter behind a number as its type. */
    private static boolean isNumber(String text) {
        char last = text.charAt(text.length() - 1);
        return Character.isDigit(last) || last == '.' || text.equals("NaN") || text.endsWith("Infinity");
    }
}
