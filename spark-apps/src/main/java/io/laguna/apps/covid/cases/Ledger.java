package io.laguna.apps.covid.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The list of the deliveries that a snapshot of trusted.cases holds. The ledger lies in the snapshot's own directory,
 * so that the two cannot disagree: pointing the catalog at the snapshot makes both current at once.
 *
 * @param rows rows of the snapshot
 * @param departments departments that have a case in it
 */
record Ledger(long rows, long departments, List<Merged> merged) {

    static final String FILE = "_ledger.json";

    /**
     * A delivery that has been merged.
     *
     * @param rowsIn records read from its files
     * @param rejectedByReason records that could not be read, by the first reason found
     */
    record Merged(String delivery, long rowsIn, Map<String, Long> rejectedByReason) {

        Merged {
            rejectedByReason = Map.copyOf(rejectedByReason);
        }

        long rejected() {
            return rejectedByReason.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    Ledger {
        merged = List.copyOf(merged);
    }

    static Ledger empty() {
        return new Ledger(0, 0, List.of());
    }

    List<String> deliveries() {
        return merged.stream().map(Merged::delivery).sorted().toList();
    }

    Ledger with(long rows, long departments, List<Merged> more) {
        List<Merged> all = new ArrayList<>(merged);
        all.addAll(more);
        return new Ledger(rows, departments, all);
    }
}
