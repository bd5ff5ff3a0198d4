package io.laguna.apps.covid.cases;

import io.laguna.apps.lake.Summaries;
import io.laguna.apps.lake.TableDefinition;
import io.laguna.apps.lake.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The snapshot of trusted.cases that a run starts from.
 *
 * @param location empty when the run starts from nothing
 */
record Current(Optional<String> location, Ledger ledger) {

    static Current none() {
        return new Current(Optional.empty(), Ledger.empty());
    }

    /** Returns the snapshot that readers see, or none when raw does not account for it any more. */
    static Current find(SparkSession spark, TableDefinition cases, List<Manifest> deliveries) {
        Set<String> present = deliveries.stream().map(Manifest::delivery).collect(Collectors.toSet());
        Optional<String> location = Tables.location(spark, cases);
        return location.flatMap(folder -> Summaries.read(spark, folder + "/" + Ledger.FILE, Ledger.class))
                .filter(ledger -> present.containsAll(ledger.deliveries()))
                .map(ledger -> new Current(location, ledger))
                .orElseGet(Current::none);
    }

    /**
     * Returns the snapshot's rows.
     *
     * @throws IllegalStateException when they are not as many as were written
     */
    Optional<Dataset<Row>> rows(SparkSession spark) {
        return location.map(folder -> {
            Dataset<Row> rows = Cases.files(spark, folder);
            long found = rows.count();
            if (found != ledger.rows()) {
                throw new IllegalStateException(
                        "%s has %d rows, but %d were written: its files have been changed. Run with --rebuild."
                                .formatted(folder, found, ledger.rows()));
            }
            return rows;
        });
    }
}
