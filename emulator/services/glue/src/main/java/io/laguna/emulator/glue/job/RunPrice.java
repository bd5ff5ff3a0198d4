package io.laguna.emulator.glue.job;

import java.math.BigDecimal;

/** The price of a run on AWS. */
@FunctionalInterface
public interface RunPrice {
    /**
     * Returns the dollars for a capacity and a time.
     *
     * @param isFlexible whether the run is of the flexible execution class
     */
    BigDecimal of(double dpu, long seconds, boolean isFlexible);
}
