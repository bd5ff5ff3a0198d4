package io.laguna.apps.covid.cases;

import io.laguna.apps.covid.cases.Ledger.Merged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The summary of a cleaning, as in {@code covid/summary/clean.json} of the trusted zone.
 * {@code rowsBefore + rowsIn = rowsOut + rowsRejected + rowsSuperseded}.
 *
 * @param deliveries all that are merged now
 * @param newDeliveries those of this run; the figures are this run's too
 * @param rejectedByReason a row with several faults counts under the first
 * @param departments how many have a case
 */
public record CleanSummary(
        List<String> deliveries,
        List<String> newDeliveries,
        long rowsBefore,
        long rowsIn,
        long rowsOut,
        long rowsRejected,
        long rowsSuperseded,
        Map<String, Long> rejectedByReason,
        long departments) {

    public CleanSummary {
        deliveries = List.copyOf(deliveries);
        newDeliveries = List.copyOf(newDeliveries);
        rejectedByReason = Map.copyOf(rejectedByReason);
    }

    static CleanSummary unchanged(Ledger ledger) {
        return of(ledger, List.of(), new Balance(ledger.rows(), 0, ledger.rows(), 0, 0));
    }

    static CleanSummary of(Ledger ledger, List<Merged> merged, Balance balance) {
        Map<String, Long> reasons = new TreeMap<>();
        merged.forEach(delivery ->
                delivery.rejectedByReason().forEach((reason, rows) -> reasons.merge(reason, rows, Long::sum)));
        return new CleanSummary(
                ledger.deliveries(),
                merged.stream().map(Merged::delivery).toList(),
                balance.before(),
                balance.in(),
                balance.out(),
                balance.rejected(),
                balance.superseded(),
                reasons,
                ledger.departments());
    }

    /** Returns one line for the user. */
    @Override
    public String toString() {
        String what = newDeliveries.isEmpty()
                ? "No new delivery: trusted.cases is as it was."
                : "Merged " + String.join(", ", newDeliveries) + ".";
        return "%s %d rows before + %d in = %d out + %d rejected + %d superseded, %d departments"
                .formatted(what, rowsBefore, rowsIn, rowsOut, rowsRejected, rowsSuperseded, departments);
    }
}
