package io.laguna.apps.covid.report.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/** The form of numbers on the page: thousands set apart by a narrow space that does not break, a point for decimals. */
public final class Numbers {

    public static final char NARROW_SPACE = '\u202F';
    private static final char MINUS = '\u2212';
    private static final String ABSENT = "–";
    private static final double MILLION = 1e6;

    private Numbers() {}

    public static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value)
                .replace(',', NARROW_SPACE)
                .replace('-', MINUS);
    }

    public static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", BigDecimal.valueOf(value))
                .replace(',', NARROW_SPACE)
                .replace('-', MINUS);
    }

    /** Returns a decimal number, or a dash where there is no figure. */
    public static String decimal(OptionalDouble value, int digits) {
        return value.isPresent() ? decimal(value.getAsDouble(), digits) : ABSENT;
    }

    /**
     * Returns a percentage.
     *
     * @param share between 0 and 1
     */
    public static String percent(double share, int digits) {
        return decimal(share * 100, digits) + "%";
    }

    public static String percent(OptionalDouble share, int digits) {
        return share.isPresent() ? percent(share.getAsDouble(), digits) : ABSENT;
    }

    /** Returns a rate per 100,000, with one decimal while it is small. */
    public static String rate(OptionalDouble value) {
        double size = value.orElse(0);
        return decimal(value, size > 0 && size < 10 ? 1 : 0);
    }

    /** Returns {@code part} of {@code whole} as a percentage, or a dash for a part of nothing. */
    public static String percent(long part, long whole, int digits) {
        return whole == 0 ? ABSENT : percent((double) part / whole, digits);
    }

    /** Returns a tick on an axis, as short as an exact number can be. */
    public static String tick(double value) {
        return Math.abs(value) >= MILLION ? plain(value / MILLION) + NARROW_SPACE + "M" : plain(value);
    }

    /** Returns {@code 1 case}, {@code 2 cases}. */
    public static String count(long value, String one, String many) {
        return whole(value) + " " + (value == 1 ? one : many);
    }

    private static String plain(double value) {
        BigDecimal exact =
                BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return decimal(value, Math.max(0, exact.scale()));
    }
}
