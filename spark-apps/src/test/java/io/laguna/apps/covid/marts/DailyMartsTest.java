package io.laguna.apps.covid.marts;

import static io.laguna.apps.covid.SmallCase.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.laguna.apps.SparkTest;
import io.laguna.apps.covid.SmallLake;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests with ten days, of which Antioquia (05) reports on three and Atlántico (08) on two others. */
@ExtendWith(SparkTest.class)
class DailyMartsTest {

    @TempDir
    Path folder;

    private SparkSession spark;

    @BeforeEach
    void build(SparkSession session) {
        spark = session;
        new SmallLake(spark, folder)
                .department("05", 200_000)
                .department("08", 50_000)
                .department("97", 1_000)
                .with(reported("05", "2020-03-06").times(7))
                .with(reported("05", "2020-03-08").times(3))
                .with(reported("05", "2020-03-15").times(2))
                .with(reported("08", "2020-03-09").times(4))
                .with(reported("08", "2020-03-14")
                        .with("death_date", "2020-03-15")
                        .died())
                .with(reported("08", "2020-03-14").died())
                .with(reported("08", "2020-03-14")
                        .with("death_date", "2020-03-20")
                        .died())
                .with(reported("05", "2020-03-15")
                        .with("death_date", "2019-01-01")
                        .died())
                .with(reported("05", "2020-03-15")
                        .with("outcome", "Fallecido otra causa")
                        .with("death_date", "2020-03-15"))
                .create();
        MartViews.register(spark, 2020);
    }

    @Test
    void everyDepartmentHasEveryDayFromTheFirstReportToTheLast() {
        assertThat(strings("SELECT department_code, count(*), min(report_date), max(report_date)"
                        + " FROM department_daily GROUP BY 1 ORDER BY 1"))
                .containsExactly(
                        "05 10 2020-03-06 2020-03-15", "08 10 2020-03-06 2020-03-15", "97 10 2020-03-06 2020-03-15");
    }

    @Test
    void aDayWithoutReportsStillCountsInTheCumulative() {
        assertThat(
                        strings(
                                "SELECT report_date, cases, cumulative_cases FROM department_daily"
                                        + " WHERE department_code = '05' AND report_date BETWEEN '2020-03-06' AND '2020-03-09' ORDER BY 1"))
                .containsExactly("2020-03-06 7 7", "2020-03-07 0 7", "2020-03-08 3 10", "2020-03-09 0 10");
        assertThat(strings("SELECT report_date, cases, cumulative_cases FROM national_daily ORDER BY 1"))
                .containsExactly(
                        "2020-03-06 7 7",
                        "2020-03-07 0 7",
                        "2020-03-08 3 10",
                        "2020-03-09 4 14",
                        "2020-03-10 0 14",
                        "2020-03-11 0 14",
                        "2020-03-12 0 14",
                        "2020-03-13 0 14",
                        "2020-03-14 3 17",
                        "2020-03-15 4 21");
    }

    @Test
    void theCountryIsTheSumOfItsDepartmentsOnEveryDay() {
        assertThat(
                        strings(
                                """
                        SELECT count(*) FROM national_daily n JOIN (
                            SELECT report_date, sum(cases) c, sum(deaths) d, sum(cumulative_cases) cc,
                                   sum(cumulative_deaths) cd, sum(cases_avg7) a
                            FROM department_daily GROUP BY report_date) s USING (report_date)
                        WHERE n.cases = c AND n.deaths = d AND n.cumulative_cases = cc AND n.cumulative_deaths = cd
                            AND abs(n.cases_avg7 - a) < 1e-9
                        """))
                .containsExactly("10");
    }

    @Test
    void theAverageIsOverSevenCalendarDaysAndOverTheDaysThereAreAtTheStart() {
        assertThat(number("SELECT cases_avg7 FROM department_daily"
                        + " WHERE department_code = '05' AND report_date = '2020-03-08'"))
                .isEqualTo(10 / 3.0, within(1e-12));
        assertThat(number("SELECT cases_avg7 FROM department_daily"
                        + " WHERE department_code = '05' AND report_date = '2020-03-13'"))
                .isEqualTo(3 / 7.0, within(1e-12));
    }

    @Test
    void aDeathCountsOnItsDayOrThatOfReportAndNeverGetsLost() {
        assertThat(strings("SELECT department_code, report_date, deaths FROM department_daily"
                        + " WHERE deaths > 0 ORDER BY 1, 2"))
                .containsExactly("05 2020-03-06 1", "08 2020-03-14 1", "08 2020-03-15 2");
    }

    @Test
    void ratesArePer100000Inhabitants() {
        assertThat(strings("SELECT cases_per_100k, cumulative_cases_per_100k FROM department_daily"
                        + " WHERE department_code = '08' AND report_date = '2020-03-14'"))
                .containsExactly("6.0 14.0");
        assertThat(number("SELECT cumulative_cases_per_100k FROM national_daily" + " WHERE report_date = '2020-03-15'"))
                .isEqualTo(21 * 100_000 / 251_000.0, within(1e-9));
    }

    private double number(String query) {
        return spark.sql(query).head().getDouble(0);
    }

    private List<String> strings(String query) {
        return spark.sql(query).collectAsList().stream()
                .map((Row row) -> row.mkString(" "))
                .toList();
    }
}
