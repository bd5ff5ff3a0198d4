package io.laguna.emulator.cli;

import io.laguna.emulator.prices.PriceTable;
import io.laguna.emulator.prices.QueryPrice;
import io.laguna.pipelines.profile.WorkflowProfile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cost on AWS of a pipeline of Glue and Redshift, in words. */
record WorkflowCost(PriceTable prices, Path file) {
    /** Two jobs of two workers, a DPU each, and two crawls of two DPU. */
    private static final int JOBS = 2;

    private static final int DPUS = 2;
    private static final int CRAWLS = 2;
    /** A crawl is billed by the second, ten minutes at least. */
    private static final int CRAWL_MINUTES = 10;

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    static WorkflowCost of(Path file) {
        return new WorkflowCost(PriceTable.read(file), file);
    }

    /** Returns the parts of the cost, or the reason why they are not known. */
    List<String> of(WorkflowProfile profile) {
        if (!profile.region().equals(prices.region())) {
            return List.of("What this costs in " + profile.region() + " is not known here: " + file
                    + " has the prices of " + prices.region() + " only.");
        }
        List<String> lines = new ArrayList<>();
        String node = profile.warehouse().nodeType();
        lines.add("On AWS, while the cluster is up: "
                + Optional.ofNullable(prices.redshift().get(node))
                        .map(price -> "$" + dollars(price) + " per hour, for one " + node)
                        .orElse("not known here, " + file + " has no price of " + node));
        BigDecimal hour = prices.glue().dpuHour();
        lines.add("Each run: two jobs of Glue at $" + dollars(hour.multiply(BigDecimal.valueOf(JOBS * DPUS)))
                + " per hour while both run, at least $"
                + dollars(hour.multiply(
                                BigDecimal.valueOf(JOBS * DPUS * prices.glue().minimumSeconds()))
                        .divide(MINUTES.multiply(MINUTES), MathContext.DECIMAL64))
                + "; two crawls, at least $"
                + dollars(hour.multiply(BigDecimal.valueOf(CRAWLS * DPUS * CRAWL_MINUTES))
                        .divide(MINUTES, MathContext.DECIMAL64)));
        QueryPrice query = QueryPrice.of(prices);
        lines.add("Each query of Athena or Spectrum: $" + String.format(Locale.ROOT, "%.2f", query.scannedTb())
                + " per TB that it scans, at least $" + query.of(0).toPlainString());
        lines.add("Prices of " + prices.date() + ", " + prices.region() + ", on demand; see " + file
                + "; without Lambda, messages, S3 requests, storage, data transfer.");
        return lines;
    }

    private static String dollars(BigDecimal amount) {
        return String.format(Locale.ROOT, "%.3f", amount);
    }
}
