package io.laguna.emulator.glue.job;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sums of what the runs since Laguna's start have had of capacity, and of what they would have cost on AWS.
 *
 * @see <a href="https://aws.amazon.com/glue/pricing/">AWS Glue pricing</a>
 */
public final class RunUsage implements RunPrice {
    private final RunPrice prices;
    private long runs;
    private double dpuSeconds;
    private BigDecimal dollars = BigDecimal.ZERO;
    private BigDecimal last = BigDecimal.ZERO;

    /** Creates an account of usage. */
    public RunUsage(RunPrice prices) {
        this.prices = prices;
    }

    /** Returns the price of a run that has ended, and adds the run. */
    @Override
    public synchronized BigDecimal of(double dpu, long seconds, boolean isFlexible) {
        runs++;
        dpuSeconds += dpu * seconds;
        last = prices.of(dpu, seconds, isFlexible);
        dollars = dollars.add(last);
        return last;
    }

    /** Returns the sums by their names: counts are numbers, dollars are texts. */
    public synchronized Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("glueRuns", runs);
        figures.put("glueDpuSeconds", Math.round(dpuSeconds));
        figures.put("lastGlueRunOnAws", "$" + last.toPlainString());
        figures.put("allGlueRunsOnAws", "$" + dollars.toPlainString());
        return figures;
    }
}
