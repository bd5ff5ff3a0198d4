package io.laguna.apps.covid.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.apps.SparkTest;
import io.laguna.apps.covid.report.finding.QueryFiles;
import io.laguna.apps.covid.report.markup.Xml;
import io.laguna.apps.lake.Summaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

@ExtendWith(SparkTest.class)
class CovidReportTest {

    @TempDir
    private Path zones;

    private final SparkSession spark;

    CovidReportTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeEach
    void createDatabase() {
        spark.sql("CREATE DATABASE refined");
    }

    @Test
    void tablesAndSummariesBecomeAPage() throws IOException {
        national("(DATE'2020-03-06', 2, 0, 2, 0, 2.0D), (DATE'2020-03-07', 4, 1, 6, 1, 3.0D)");
        table(
                "department_daily",
                "department_code, department, report_date, cases, deaths, cumulative_cases, cumulative_deaths, cases_avg7",
                "('08', 'Atlántico', DATE'2020-03-07', 4L, 1L, 6L, 1L, 3.0D),"
                        + " ('08', 'Atlántico', DATE'2020-03-06', 2L, 0L, 2L, 0L, 2.0D)");
        table(
                "top_departments",
                "rank, department_code, department, population, cases, deaths, cases_per_100k, deaths_per_100k",
                "(1, '08', 'Atlántico', 200000, 6L, 1L, 3.0D, 0.5D)");
        table("fatality_by_sex_age", "sex, age_band, cases, deaths", "('F', '80+', 4L, 1L), (NULL, '80+', 2L, 0L)");
        table(
                "monthly_evolution",
                "report_month, department_code, department, cases, deaths, recovered",
                "('2020-03', '08', 'Atlántico', 6L, 1L, 3L)");
        table(
                "severity",
                "department_code, department, age_band, severity, cases",
                "('08', 'Atlántico', '80+', 'Leve', 5L), ('08', 'Atlántico', '80+', NULL, 1L)");
        table(
                "time_to_event",
                "department_code, department, `interval`, cases, excluded, mean_days, median_days, p90_days",
                "('CO', 'Colombia', 'symptoms_to_diagnosis', 5L, 1L, 7.25D, 7.0D, 9.0D)");
        table(
                "icu_pressure",
                "department_code, department, icu_beds, cases, severe_cases, cases_per_icu_bed, severe_cases_per_icu_bed",
                "('08', 'Atlántico', 816, 6L, 1L, 0.0074D, 0.0012D),"
                        + " ('91', 'Amazonas', NULL, 0L, 0L, NULL, NULL)");
        table(
                "thousandth_case",
                "department_code, department, report_date, days_since_first_case",
                "('08', 'Atlántico', DATE'2020-03-07', 1)");
        summaries();

        Document page = Xml.parse(Files.readString(write(Optional.of(zone("raw")))));

        assertThat(Xml.texts(page, "p", "empty")).isEmpty();
        assertThat(Xml.texts(page, "p", "figure")).containsExactly("6", "1", "3.0", "3", "3");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("6 March to 7 March 2020")
                .contains("1 interval was left out")
                .contains("no figure published")
                .contains("no report date")
                .contains("Generated sample")
                .contains("age years");
    }

    @Test
    void lakeWithoutTablesGivesAPageThatSaysSo() throws IOException {
        Document page = Xml.parse(Files.readString(write(Optional.empty())));

        assertThat(Xml.texts(page, "p", "empty")).hasSize(11);
    }

    @Test
    void secondReportReplacesTheFirstAndLeavesNothingElse() throws IOException {
        write(Optional.empty());
        national("(DATE'2020-03-06', 2, 0, 2, 0, 2.0D)");

        Path page = write(Optional.empty());

        assertThat(Files.readString(page)).contains("Confirmed cases reported up to 6 March 2020");
        try (var files = Files.list(page.getParent())) {
            assertThat(files.filter(file -> !file.getFileName().toString().endsWith(".crc")))
                    .containsExactly(page);
        }
    }

    @Test
    void summaryThatLacksAFigureIsRefusedByName() {
        Summaries.write(spark, zone("refined") + "/covid/summary/marts.json", Map.of("tables", Map.of()));

        assertThatThrownBy(() -> write(Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("marts.json")
                .hasMessageContaining("population_year");
    }

    @Test
    void resultsOfQueriesComeFromTheirFiles() throws IOException {
        national("(DATE'2020-03-06', 2, 0, 2, 0, 2.0D)");
        String departments = result(
                "departments.csv",
                """
                "department_code","department","population","cases","deaths","cases_per_100k","deaths_per_100k","fatality_rate"
                "05","Antioquia, ""la grande""\","6000000","3","1","0.05","1.6666666666666667E-2","0.3333333333333333"
                "91","Amazonas","80000","0","0","0.0","0.0",
                """);

        String page = Files.readString(
                write(Optional.empty(), new QueryFiles(Optional.of(departments), Optional.of(impact()))));

        assertThat(Xml.texts(Xml.parse(page), "p", "figure")).startsWith("7", "2");
        assertThat(page)
                .contains("Antioquia, &quot;la grande&quot;", "<td>33.3%</td>", "<td>–</td>", "<td>71.4%</td>")
                .doesNotContain("departments.csv");
    }

    @Test
    void aResultThatIsNotThereIsAFailureThatNamesIt() {
        QueryFiles files = new QueryFiles(Optional.empty(), Optional.of(zone("refined") + "/nowhere.csv"));

        assertThatThrownBy(() -> write(Optional.empty(), files)).hasMessageContaining("refined/nowhere.csv");
    }

    @Test
    void aResultOfAnotherQueryIsAFailure() throws IOException {
        QueryFiles files = new QueryFiles(Optional.of(impact()), Optional.empty());

        assertThatThrownBy(() -> write(Optional.empty(), files))
                .hasStackTraceContaining("CSV header")
                .hasStackTraceContaining("impact.csv");
    }

    private String impact() throws IOException {
        return result(
                "impact.csv",
                """
                "cases","deaths","deaths_other_cause","recovered","active","departments","population","cases_per_100k",\
                "deaths_per_100k","fatality_rate","recovery_rate","share_at_home","share_in_hospital","share_in_icu",\
                "share_severe","share_asymptomatic","mean_age_years","mean_days_to_diagnosis","mean_days_to_recovery",\
                "mean_days_to_death"
                "7","2","0","5","0","1","6000000","0.11","0.03","0.2857142857142857","0.7142857142857143","0.5","0.1","0.0",\
                "0.1","0.2","40.5","8.0","15.5",
                """);
    }

    private String result(String name, String csv) throws IOException {
        Path file = zones.resolve(name);
        Files.writeString(file, csv);
        return "file:" + file;
    }

    private void national(String rows) {
        table("national_daily", "report_date, cases, deaths, cumulative_cases, cumulative_deaths, cases_avg7", rows);
    }

    private void table(String name, String columns, String rows) {
        spark.sql("CREATE TABLE refined.%s USING parquet LOCATION '%s' AS SELECT * FROM VALUES %s AS t(%s)"
                .formatted(name, zone("refined") + "/covid/" + name, rows, columns));
    }

    private void summaries() {
        String delivery = "2026-11-21T053018";
        Summaries.write(
                spark,
                zone("trusted") + "/covid/summary/clean.json",
                Map.of(
                        "deliveries", List.of(delivery),
                        "rows_before", 0,
                        "rows_in", 7,
                        "rows_out", 6,
                        "rows_rejected", 1,
                        "rows_superseded", 0,
                        "rejected_by_reason", Map.of("no report date", 1)));
        Summaries.write(
                spark,
                zone("raw") + "/covid/cases/delivery=" + delivery + "/_manifest.json",
                Map.of("delivery", delivery, "origin", "generated", "source", "seed 7", "rows", 7, "header", "INS"));
        Summaries.write(
                spark,
                zone("refined") + "/covid/summary/marts.json",
                Map.of("tables", Map.of("national_daily", 2), "population_year", 2020));
        Map<String, Object> metrics = Map.of(
                "auc", 0.9,
                "pr_auc", 0.8,
                "recall_recovered", 0.7,
                "recall_died", 0.6,
                "baseline", Map.of("auc", 0.5),
                "train_rows", 5,
                "test_rows", 1,
                "split_date", "2020-03-07",
                "positive_rate_test", 0.5);
        Summaries.write(spark, zone("refined") + "/covid/models/recovery/metrics.json", metrics);
        Summaries.write(
                spark,
                zone("refined") + "/covid/models/recovery/feature_importances.json",
                Map.of("age_years", 0.7, "sex", 0.3));
    }

    private Path write(Optional<String> raw) {
        return write(raw, new QueryFiles(Optional.empty(), Optional.empty()));
    }

    private Path write(Optional<String> raw, QueryFiles queries) {
        String uri = new CovidReport(spark, raw, zone("trusted"), zone("refined"), queries).write();
        assertThat(uri).isEqualTo(zone("refined") + "/covid/report/index.html");
        return zones.resolve("refined/covid/report/index.html");
    }

    private String zone(String name) {
        return "file:" + zones.resolve(name);
    }
}
