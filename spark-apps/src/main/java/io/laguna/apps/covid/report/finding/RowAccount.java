package io.laguna.apps.covid.report.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The summary that CleanCases wrote of its last run.
 * {@code rowsBefore + rowsIn = rowsOut + rowsRejected + rowsSuperseded}.
 *
 * @param rowsBefore cases that were there before the run
 * @param rowsSuperseded rows replaced by a later delivery's row of the same case
 */
public record RowAccount(
        List<String> deliveries,
        long rowsBefore,
        long rowsIn,
        long rowsOut,
        long rowsRejected,
        long rowsSuperseded,
        Map<String, Long> rejectedByReason) {

    public RowAccount {
        deliveries = List.copyOf(deliveries);
        rejectedByReason = new LinkedHashMap<>(rejectedByReason);
    }

    public static RowAccount of(SummaryFields clean) {
        return new RowAccount(
                clean.texts("deliveries"),
                clean.whole("rows_before"),
                clean.whole("rows_in"),
                clean.whole("rows_out"),
                clean.whole("rows_rejected"),
                clean.whole("rows_superseded"),
                clean.counts("rejected_by_reason"));
    }
}
