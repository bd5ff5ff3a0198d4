package io.laguna.emulator.crawl.csv;

import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import java.util.regex.Pattern;

/**
 * A type of cells, from the narrowest on. Without a custom classifier a cell is a whole number, a number, a boolean or a
 * string: never a date.
 */
enum CsvType {
    BOOLEAN("boolean"),
    SHORT("smallint"),
    INT("int"),
    LONG("bigint"),
    DOUBLE("double"),
    FLOAT("float"),
    DECIMAL("decimal(38,18)"),
    DATE("date"),
    TIMESTAMP("timestamp"),
    BINARY("binary"),
    STRING("string");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern MOMENT = Pattern.compile(DAY.pattern() + "[ T]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?");
    private static final Pattern BITS = Pattern.compile("[01]{8,}");

    private final String text;

    CsvType(String text) {
        this.text = text;
    }

    ColumnType type() {
        return new Simple(text);
    }

    boolean fits(String cell) {
        return switch (this) {
            case BOOLEAN -> cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false");
            case SHORT -> isWhole(cell, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> isWhole(cell, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> isWhole(cell, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE, FLOAT -> NUMBER.matcher(cell).matches();
            case DECIMAL -> PLAIN_NUMBER.matcher(cell).matches();
            case DATE -> DAY.matcher(cell).matches();
            case TIMESTAMP -> MOMENT.matcher(cell).matches();
            case BINARY -> BITS.matcher(cell).matches();
            case STRING -> true;
        };
    }

    private static boolean isWhole(String cell, long least, long most) {
        if (!WHOLE_NUMBER.matcher(cell).matches()) {
            return false;
        }
        try {
            long value = Long.parseLong(cell);
            return value >= least && value <= most;
        } catch (NumberFormatException e) {
            // More digits than a long has.
            return false;
        }
    }
}
