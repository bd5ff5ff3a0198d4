package io.laguna.apps.covid.marts;

import io.laguna.apps.lake.BoundedShuffles;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Summaries;
import io.laguna.apps.lake.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The refined zone's marts.
 *
 * @param refined root of the zone, such as {@code s3://refined}
 */
public record RefinedZone(SparkSession spark, String refined) {

    /**
     * Builds every mart from trusted.cases and the reference tables in raw, and shows them when all are written.
     *
     * @param populationYear year of raw.population which the rates refer to
     * @throws IllegalStateException when a case lacks its department or a department its population; names them
     */
    public MartsSummary build(int populationYear) {
        // The number of departments and days bounds what is shuffled.
        BoundedShuffles.planFor(spark);
        Dataset<Row> counts = CaseCounts.register(spark);
        try (SideBySide sideBySide = new SideBySide()) {
            Future<List<Population>> populations = sideBySide.start(() -> Population.read(spark, populationYear));
            List<CaseTotal> totals = CaseTotal.read(spark);
            new Completeness(totals, SideBySide.await(populations), populationYear).check();

            Lake.createDatabase(spark, Zone.REFINED, refined);
            Map<String, Long> tables = publish(Calendar.of(totals).orElseThrow(), sideBySide);
            long cases = totals.stream().mapToLong(CaseTotal::cases).sum();
            MartsSummary summary = new MartsSummary(
                    tables, cases, SideBySide.await(populations).size(), populationYear);
            Summaries.write(spark, refined + "/covid/summary/marts.json", summary);
            return summary;
        } finally {
            counts.unpersist();
        }
    }

    private Map<String, Long> publish(Calendar calendar, SideBySide sideBySide) {
        Dataset<Row> curves = DailyCurves.register(spark, calendar);
        try {
            List<Future<Publication>> written = Marts.ALL.stream()
                    .map(mart -> sideBySide.start(() -> Publication.write(mart, spark, refined)))
                    .toList();
            // A mart that fails leaves all of them as they were.
            List<Publication> publications =
                    written.stream().map(SideBySide::await).toList();
            Map<String, Long> rows = new LinkedHashMap<>();
            for (Publication publication : publications) {
                publication.point(spark);
                rows.put(publication.table().name(), publication.rows());
            }
            return rows;
        } finally {
            curves.unpersist();
        }
    }
}
