package io.laguna.redshift.load.value;

/** Whole numbers. */
final class Integers {
    private static final int SMALL_BYTES = 2;
    private static final int INTEGER_BYTES = 4;

    private Integers() {}

    static Converter of(Kind kind) {
        return switch (kind) {
            case SMALLINT -> (field, row) -> row.smallint((int) read(field, SMALL_BYTES, "Short"));
            case INTEGER -> (field, row) -> row.integer((int) read(field, INTEGER_BYTES, "Integer"));
            default -> (field, row) -> row.bigint(read(field, 8, "Long"));
        };
    }

    private static long read(Field field, int width, String type) throws FieldError {
        int start = field.from();
        field.trim();
        byte[] bytes = field.bytes();
        int at = field.from();
        int to = field.to();
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        if (at == to) {
            throw invalid(field, at, start, type);
        }
        long value = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                throw invalid(field, at, start, type);
            }
            if (value < (Long.MIN_VALUE + digit) / 10) {
                throw overflow(field, at, start, type);
            }
            value = value * 10 - digit;
        }
        long limit = -1L << (width * 8 - 1);
        if (value < limit || (!negative && value == limit)) {
            throw overflow(field, to - 1, start, type);
        }
        return negative ? value : -value;
    }

    private static FieldError invalid(Field field, int at, int start, String type) {
        return character(ErrorCode.DIGIT, "Invalid digit", field, at, start, type);
    }

    private static FieldError overflow(Field field, int at, int start, String type) {
        return character(ErrorCode.INTEGER_OVERFLOW, "Overflow", field, at, start, type);
    }

    private static FieldError character(ErrorCode code, String what, Field field, int at, int start, String type) {
        field.set(field.bytes(), start, field.to());
        return FieldError.of(code, what, field, at - start, type);
    }
}
