package io.laguna.redshift.load.value;

import java.util.function.Consumer;

/** The conversions of text into each type. */
public final class Converters {
    private Converters() {}

    /**
     * Returns the conversion into a column.
     *
     * @param replaced is told each text before ACCEPTINVCHARS replaces characters of it
     * @throws FieldError when DATEFORMAT or TIMEFORMAT cannot be read
     */
    public static Converter of(ColumnType type, Rules rules, Consumer<String> replaced) throws FieldError {
        Converter converter = byType(type, rules, replaced);
        if (type.kind().isText()) {
            return rules.emptyAsNull()
                    ? (field, row) -> {
                        if (field.length() == 0) {
                            row.nothing();
                        } else {
                            converter.write(field, row);
                        }
                    }
                    : converter;
        }
        return (field, row) -> {
            if (field.isBlank()) {
                row.nothing();
            } else {
                converter.write(field, row);
            }
        };
    }

    private static Converter byType(ColumnType type, Rules rules, Consumer<String> replaced) throws FieldError {
        return switch (type.kind()) {
            case SMALLINT, INTEGER, BIGINT -> Integers.of(type.kind());
            case DECIMAL -> new Decimals(type, rules.rounds());
            case REAL -> Floats.real();
            case DOUBLE -> Floats.twice();
            case BOOLEAN -> Booleans::write;
            case CHAR, VARCHAR -> new Texts(type, rules, replaced);
            case DATE, TIMESTAMP, TIMESTAMPTZ, TIME, TIMETZ -> Moments.of(type.kind(), rules);
            case SUPER -> SuperValues::write;
            case VARBYTE -> new Varbytes(type.length());
        };
    }
}
