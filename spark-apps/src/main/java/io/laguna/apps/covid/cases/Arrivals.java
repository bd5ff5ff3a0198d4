package io.laguna.apps.covid.cases;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_extract;

import io.laguna.apps.covid.cases.Ledger.Merged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The count of the records of new deliveries, which is compared with the number that the ingestion says it landed. */
final class Arrivals {

    private static final String LABEL = "_label";

    private Arrivals() {}

    /**
     * Counts the records of each delivery.
     *
     * @throws IllegalStateException when a delivery has more or fewer records than its manifest says
     */
    static List<Merged> count(Dataset<Row> records, List<Manifest> arriving) {
        Map<String, Long> rows = new HashMap<>();
        Map<String, Map<String, Long>> reasons = new HashMap<>();
        // A reason is the label of its fault, then perhaps details, then perhaps other faults.
        List<Row> counts = records.groupBy(
                        col(CaseRows.DELIVERY),
                        regexp_extract(col(CaseRows.REASON), "^[^:;]+", 0).as(LABEL))
                .count()
                .collectAsList();
        for (Row count : counts) {
            rows.merge(count.getString(0), count.getLong(2), Long::sum);
            if (!count.isNullAt(1)) {
                reasons.computeIfAbsent(count.getString(0), delivery -> new TreeMap<>())
                        .merge(count.getString(1), count.getLong(2), Long::sum);
            }
        }
        return arriving.stream()
                .map(manifest -> merged(
                        manifest,
                        rows.getOrDefault(manifest.delivery(), 0L),
                        reasons.getOrDefault(manifest.delivery(), Map.of())))
                .toList();
    }

    private static Merged merged(Manifest manifest, long rows, Map<String, Long> reasons) {
        if (rows != manifest.rows()) {
            throw new IllegalStateException(
                    "Delivery %s has %d rows by its manifest, but %d were read. Nothing was published."
                            .formatted(manifest.delivery(), manifest.rows(), rows));
        }
        return new Merged(manifest.delivery(), rows, reasons);
    }
}
