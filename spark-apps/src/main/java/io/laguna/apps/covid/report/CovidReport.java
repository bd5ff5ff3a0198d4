package io.laguna.apps.covid.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.apps.covid.report.finding.Findings;
import io.laguna.apps.covid.report.finding.Importance;
import io.laguna.apps.covid.report.finding.MartAccount;
import io.laguna.apps.covid.report.finding.ModelQuality;
import io.laguna.apps.covid.report.finding.Origin;
import io.laguna.apps.covid.report.finding.QueryFiles;
import io.laguna.apps.covid.report.finding.QueryFindings;
import io.laguna.apps.covid.report.finding.QueryResults;
import io.laguna.apps.covid.report.finding.RefinedTables;
import io.laguna.apps.covid.report.finding.RowAccount;
import io.laguna.apps.covid.report.finding.SummaryFields;
import io.laguna.apps.lake.Summaries;
import io.laguna.apps.lake.WholeFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.SparkSession;

/**
 * The report on the COVID-19 lake, which reads the refined tables and the summaries of the jobs, and writes one HTML
 * page.
 *
 * @param raw root of the raw zone, whose manifests tell where deliveries came from; without it the page does not
 *     say it
 * @param trusted root of the trusted zone, such as {@code s3://trusted}
 * @param refined root of the refined zone
 * @param queries results that the page shows; the page leaves out a result that is absent here
 */
public record CovidReport(
        SparkSession spark, Optional<String> raw, String trusted, String refined, QueryFiles queries) {

    /**
     * Replaces the page, also when tables or summaries are missing: the page names what is missing.
     *
     * @return URI of the page
     * @throws IllegalArgumentException for a summary without a field that its job promises
     *     or a query's result without a row. A result that is not there, or has other columns than the query, ends in
     *     Spark's own exception, which names it
     */
    public String write() {
        String uri = refined + "/covid/report/index.html";
        WholeFile.write(spark, uri, new Page(read()).render().getBytes(StandardCharsets.UTF_8));
        return uri;
    }

    private Findings read() {
        RefinedTables tables = new RefinedTables(spark);
        Optional<RowAccount> clean =
                summary(trusted + "/covid/summary/clean.json").map(RowAccount::of);
        return new Findings(
                tables.nation(),
                tables.departments(),
                tables.ranking(),
                tables.fatality(),
                tables.months(),
                tables.severity(),
                tables.delays(),
                tables.beds(),
                tables.thousandthCases(),
                summary(refined + "/covid/models/recovery/metrics.json").map(ModelQuality::of),
                summary(refined + "/covid/models/recovery/feature_importances.json")
                        .map(CovidReport::importances)
                        .orElse(List.of()),
                clean,
                summary(refined + "/covid/summary/marts.json").map(MartAccount::of),
                clean.map(this::origins).orElse(List.of()),
                queried());
    }

    private QueryFindings queried() {
        QueryResults results = new QueryResults(spark);
        return new QueryFindings(
                queries.departments().map(results::departments).orElse(List.of()),
                queries.impact().map(results::impact));
    }

    private List<Origin> origins(RowAccount clean) {
        return raw.stream()
                .flatMap(zone -> clean.deliveries().stream()
                        .map(delivery -> summary(zone + "/covid/cases/delivery=" + delivery + "/_manifest.json")))
                .flatMap(Optional::stream)
                .map(Origin::of)
                .toList();
    }

    private static List<Importance> importances(SummaryFields file) {
        Iterable<Map.Entry<String, JsonNode>> inputs = file.json()::fields;
        return StreamSupport.stream(inputs.spliterator(), false)
                .map(input -> new Importance(input.getKey(), input.getValue().doubleValue()))
                .toList();
    }

    private Optional<SummaryFields> summary(String uri) {
        return Summaries.read(spark, uri, JsonNode.class).map(json -> new SummaryFields(uri, json));
    }
}
