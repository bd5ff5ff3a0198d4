package io.laguna.apps.covid.report.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The results of queries in Athena, each a CSV file with a header whose values are in quotes.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html">Query result files</a>
 */
public record QueryResults(SparkSession spark) {

    private static final String DEPARTMENTS =
            "department_code STRING, department STRING, population BIGINT, cases BIGINT, deaths BIGINT,"
                    + " cases_per_100k DOUBLE, deaths_per_100k DOUBLE, fatality_rate DOUBLE";

    private static final String IMPACT =
            "cases BIGINT, deaths BIGINT, deaths_other_cause BIGINT, recovered BIGINT, active BIGINT, departments BIGINT,"
                    + " population BIGINT, cases_per_100k DOUBLE, deaths_per_100k DOUBLE, fatality_rate DOUBLE,"
                    + " recovery_rate DOUBLE, share_at_home DOUBLE, share_in_hospital DOUBLE, share_in_icu DOUBLE,"
                    + " share_severe DOUBLE, share_asymptomatic DOUBLE, mean_age_years DOUBLE,"
                    + " mean_days_to_diagnosis DOUBLE, mean_days_to_recovery DOUBLE, mean_days_to_death DOUBLE";

    /** Returns the departments in the order of the query. */
    public List<DepartmentCases> departments(String uri) {
        return rows(uri, DEPARTMENTS)
                .map(row -> new DepartmentCases(
                        row.text("department_code"),
                        row.text("department"),
                        row.whole("population"),
                        row.whole("cases"),
                        row.whole("deaths"),
                        row.number("cases_per_100k"),
                        row.number("deaths_per_100k"),
                        row.number("fatality_rate")))
                .toList();
    }

    public Impact impact(String uri) {
        Optional<Cells> only = rows(uri, IMPACT).findFirst();
        return only.map(row -> new Impact(
                        row.whole("cases"),
                        row.whole("deaths"),
                        row.whole("deaths_other_cause"),
                        row.whole("recovered"),
                        row.whole("active"),
                        row.whole("departments"),
                        row.whole("population"),
                        row.number("cases_per_100k"),
                        row.number("deaths_per_100k"),
                        row.number("fatality_rate"),
                        row.number("recovery_rate"),
                        row.number("share_at_home"),
                        row.number("share_in_hospital"),
                        row.number("share_in_icu"),
                        row.number("share_severe"),
                        row.number("share_asymptomatic"),
                        row.number("mean_age_years"),
                        row.number("mean_days_to_diagnosis"),
                        row.number("mean_days_to_recovery"),
                        row.number("mean_days_to_death")))
                .orElseThrow(() -> new IllegalArgumentException("The query's result " + uri + " has no row"));
    }

    /**
     * Returns the rows of a result. Spark's own exceptions name a file that is absent, and a column or a value that is
     * not the query's.
     */
    private Stream<Cells> rows(String uri, String columns) {
        List<Row> rows = spark.read()
                .schema(columns)
                .option("header", true)
                .option("enforceSchema", false)
                .option("escape", "\"")
                .option("mode", "FAILFAST")
                .csv(uri)
                .collectAsList();
        return rows.stream().map(Cells::new);
    }
}
