package io.laguna.redshift.load.value;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Floating-point numbers. */
final class Floats {
    /** The powers of ten that a double has exactly. */
    private static final double[] POWERS = new double[23];

    private static final int EXACT_DIGITS = 15;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Floats() {}

    static Converter real() {
        return (field, row) -> {
            field.trim();
            String text = text(field);
            float value = (float) parse(field, text);
            if (!special(text)) {
                value = Float.parseFloat(text);
            }
            if (Float.isInfinite(value) && !special(text)) {
                throw new FieldError(ErrorCode.OUT_OF_RANGE, "Overflow for float4");
            }
            row.integer(Float.floatToIntBits(value));
        };
    }

    static Converter twice() {
        return (field, row) -> {
            field.trim();
            double value = quick(field);
            if (Double.isNaN(value)) {
                String text = text(field);
                value = parse(field, text);
                if (Double.isInfinite(value) && !special(text)) {
                    throw new FieldError(ErrorCode.OUT_OF_RANGE, "Overflow for float8");
                }
            }
            row.bigint(Double.doubleToLongBits(value));
        };
    }

    /** Returns a number of few digits, which one division gives exactly, or NaN for any other text. */
    private static double quick(Field field) {
        byte[] bytes = field.bytes();
        int at = field.from();
        boolean negative = at < field.to() && bytes[at] == '-';
        at += negative ? 1 : 0;
        long value = 0;
        int digits = 0;
        int decimals = -1;
        for (; at < field.to(); at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (bytes[at] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
        }
        if (digits == 0 || digits > EXACT_DIGITS) {
            return Double.NaN;
        }
        double number = decimals > 0 ? value / POWERS[decimals] : value;
        return negative ? -number : number;
    }

    private static double parse(Field field, String text) throws FieldError {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "nan":
                return Double.NaN;
            case "inf", "infinity", "+inf", "+infinity":
                return Double.POSITIVE_INFINITY;
            case "-inf", "-infinity":
                return Double.NEGATIVE_INFINITY;
            default:
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                throw FieldError.of(ErrorCode.FLOAT, "Invalid digit", field, i, "Float");
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw FieldError.of(ErrorCode.FLOAT, "Invalid digit", field, 0, "Float");
        }
    }

    private static boolean special(String text) {
        char last = text.isEmpty() ? ' ' : Character.toLowerCase(text.charAt(text.length() - 1));
        return last == 'n' || last == 'f' || last == 'y';
    }

    private static String text(Field field) {
        return new String(field.bytes(), field.from(), field.length(), StandardCharsets.ISO_8859_1);
    }
}
