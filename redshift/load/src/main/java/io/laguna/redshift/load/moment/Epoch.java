package io.laguna.redshift.load.moment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Moments as numbers since 1970.
 *
 * @param micros the microseconds of one
 */
record Epoch(String name, long micros) implements Layout {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LARGEST = new BigDecimal("9.2e18");

    @Override
    public void read(String text, Moment into) throws Unreadable {
        into.reset();
        BigDecimal value;
        try {
            value = new BigDecimal(text).multiply(BigDecimal.valueOf(micros)).setScale(0, RoundingMode.HALF_UP);
        } catch (NumberFormatException e) {
            throw new Unreadable(text);
        }
        if (value.abs().compareTo(LARGEST) > 0) {
            throw new Unreadable(text);
        }
        long seconds = value.divide(MILLION, 0, RoundingMode.FLOOR).longValue();
        into.epoch(seconds, value.longValue() - seconds * 1_000_000);
    }
}
