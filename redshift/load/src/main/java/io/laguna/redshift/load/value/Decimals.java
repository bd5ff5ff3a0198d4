package io.laguna.redshift.load.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Decimals. By default COPY cuts digits off that a column has no place for; with ROUNDEC it rounds.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-roundec">ROUNDEC</a>
 */
public final class Decimals implements Converter {
    private static final int DIGITS_OF_LONG = 15;
    private static final int GROUP = 10_000;
    private static final int GROUP_DIGITS = 4;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final int precision;
    private final int scale;
    private final boolean rounds;
    private final short[] groups = new short[32];

    public Decimals(ColumnType type, boolean rounds) {
        this.precision = type.length();
        this.scale = type.scale();
        this.rounds = rounds;
    }

    @Override
    public void write(Field field, Row row) throws FieldError {
        int start = field.from();
        field.trim();
        byte[] bytes = field.bytes();
        int at = field.from();
        int to = field.to();
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        long value = 0;
        int seen = 0;
        int digits = 0;
        int decimals = -1;
        for (; at < to; at++) {
            byte next = bytes[at];
            int digit = next - '0';
            if (digit >= 0 && digit <= 9) {
                seen++;
                digits += value == 0 && digit == 0 ? 0 : 1;
                value = value * 10 + digit;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (next == '.' && decimals < 0) {
                decimals = 0;
            } else if ((next == 'e' || next == 'E') && at > field.from()) {
                slow(field, start, row);
                return;
            } else {
                throw invalid(field, at, start);
            }
        }
        if (seen == 0) {
            throw invalid(field, at, start);
        }
        int have = Math.max(decimals, 0);
        if (digits > DIGITS_OF_LONG || have > DIGITS_OF_LONG || scale > DIGITS_OF_LONG) {
            slow(field, start, row);
            return;
        }
        long unscaled;
        if (have > scale) {
            long power = POWERS[have - scale];
            unscaled = (value + (rounds ? power / 2 : 0)) / power;
        } else if (digits + scale - have > DIGITS_OF_LONG) {
            slow(field, start, row);
            return;
        } else {
            unscaled = value * POWERS[scale - have];
        }
        if (precision < POWERS.length && unscaled >= POWERS[precision]) {
            throw overflow();
        }
        fast(unscaled, negative, row);
    }

    private void fast(long unscaled, boolean negative, Row row) {
        long whole = unscaled / POWERS[scale];
        int padding = (GROUP_DIGITS - scale % GROUP_DIGITS) % GROUP_DIGITS;
        long fraction = unscaled % POWERS[scale] * POWERS[padding];
        int decimalGroups = (scale + padding) / GROUP_DIGITS;
        int count = 0;
        for (int i = 0; i < decimalGroups; i++) {
            groups[count++] = (short) (fraction % GROUP);
            fraction /= GROUP;
        }
        while (whole > 0) {
            groups[count++] = (short) (whole % GROUP);
            whole /= GROUP;
        }
        write(count, decimalGroups, negative, row);
    }

    /** Writes the groups of four digits, of which the last is the first. */
    private void write(int count, int decimalGroups, boolean negative, Row row) {
        int first = count;
        while (first > 0 && groups[first - 1] == 0) {
            first--;
        }
        int last = 0;
        while (last < first && groups[last] == 0) {
            last++;
        }
        row.int32(8 + 2 * (first - last));
        row.int16(first - last);
        row.int16(first == last ? 0 : first - decimalGroups - 1);
        row.int16(negative && first > last ? 0x4000 : 0);
        row.int16(scale);
        for (int i = first - 1; i >= last; i--) {
            row.int16(groups[i]);
        }
    }

    private void slow(Field field, int start, Row row) throws FieldError {
        BigDecimal value;
        try {
            value = new BigDecimal(field.toString());
        } catch (NumberFormatException e) {
            int at = Math.max(field.toString().toLowerCase(Locale.ROOT).indexOf('e'), 0) + field.from();
            field.set(field.bytes(), start, field.to());
            throw FieldError.of(ErrorCode.DIGIT, "Invalid exponent", field, at - start, "Decimal");
        }
        if (value.precision() - value.scale() > precision) {
            throw overflow();
        }
        write(value, row);
    }

    /** Writes a number, whose digits beyond the scale are cut off or rounded. */
    public void write(BigDecimal given, Row row) throws FieldError {
        BigDecimal value = given.setScale(scale, rounds ? RoundingMode.HALF_UP : RoundingMode.DOWN);
        if (value.precision() > precision) {
            throw overflow();
        }
        int padding = (GROUP_DIGITS - scale % GROUP_DIGITS) % GROUP_DIGITS;
        BigInteger rest = value.unscaledValue().abs().multiply(BigInteger.TEN.pow(padding));
        int count = 0;
        BigInteger group = BigInteger.valueOf(GROUP);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(group);
            groups[count++] = parts[1].shortValue();
            rest = parts[0];
        }
        int decimalGroups = (scale + padding) / GROUP_DIGITS;
        while (count < decimalGroups) {
            groups[count++] = 0;
        }
        write(count, decimalGroups, value.signum() < 0, row);
    }

    private FieldError overflow() {
        return new FieldError(ErrorCode.OUT_OF_RANGE, "Overflow for NUMERIC(" + precision + "," + scale + ")");
    }

    private static FieldError invalid(Field field, int at, int start) {
        field.set(field.bytes(), start, field.to());
        return FieldError.of(ErrorCode.DIGIT, "Invalid digit", field, Math.max(at - start, 0), "Decimal");
    }
}
