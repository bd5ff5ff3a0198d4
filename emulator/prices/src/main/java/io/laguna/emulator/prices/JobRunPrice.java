package io.laguna.emulator.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The price of a run of a Glue job, by its capacity and its time.
 *
 * @param dpuHour dollars for a DPU and an hour
 * @param flexDpuHour the same of the flexible execution class
 * @param minimumSeconds billed for a run that takes less
 * @see <a href="https://aws.amazon.com/glue/pricing/">AWS Glue pricing</a>
 */
public record JobRunPrice(BigDecimal dpuHour, BigDecimal flexDpuHour, long minimumSeconds) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final int DIGITS = 6;

    /** Returns the price of runs by a table. */
    public static JobRunPrice of(PriceTable prices) {
        PriceTable.Glue glue = prices.glue();
        return new JobRunPrice(glue.dpuHour(), glue.flexDpuHour(), glue.minimumSeconds());
    }

    /**
     * Returns the price in dollars of a run, to a millionth.
     *
     * @param isFlexible whether the run is of the flexible execution class
     */
    public BigDecimal of(double dpu, long seconds, boolean isFlexible) {
        return (isFlexible ? flexDpuHour : dpuHour)
                .multiply(BigDecimal.valueOf(dpu))
                .multiply(BigDecimal.valueOf(Math.max(minimumSeconds, seconds)))
                .divide(HOUR, DIGITS, RoundingMode.HALF_UP);
    }
}
