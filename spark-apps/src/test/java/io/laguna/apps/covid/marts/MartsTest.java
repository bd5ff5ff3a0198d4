package io.laguna.apps.covid.marts;

import static io.laguna.apps.covid.SmallCase.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.SparkTest;
import io.laguna.apps.covid.SmallCase;
import io.laguna.apps.covid.SmallLake;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class MartsTest {

    @TempDir
    Path folder;

    private SparkSession spark;
    private SmallLake lake;

    @BeforeEach
    void twoDepartments(SparkSession session) {
        spark = session;
        lake = new SmallLake(spark, folder).department("05", 200_000).department("08", 50_000);
    }

    @Test
    void aDepartmentIsListedWithTheDayOfItsThousandthCase() {
        build(
                reported("05", "2020-03-06").times(999),
                reported("05", "2020-03-20").times(1),
                reported("08", "2020-03-01").times(999));

        assertThat(strings("SELECT * FROM thousandth_case")).containsExactly("05 Department 05 2020-03-20 14");
    }

    @Test
    void fatalityIsBySexAndTenYearsOfAge() {
        SmallCase case70 = reported("05", "2020-03-06").with("age_years", 79).with("sex", "M");
        build(
                case70.times(3),
                case70.died().times(1),
                case70.with("age_years", 80).died().times(1),
                case70.with("age_years", 101).times(1),
                case70.with("age_years", 9).with("sex", "F").times(2),
                case70.without("sex").without("age_years").times(1));

        assertThat(strings("SELECT * FROM fatality_by_sex_age ORDER BY sex, age_band"))
                .containsExactly("null null 1 0 0.0", "F 0-9 2 0 0.0", "M 70-79 4 1 0.25", "M 80+ 2 1 0.5");
    }

    @Test
    void aMonthTellsWhatBecameOfTheCasesItReported() {
        build(
                reported("05", "2020-03-31")
                        .with("death_date", "2020-04-09")
                        .died()
                        .times(1),
                reported("05", "2020-03-30").recovered().times(2),
                reported("05", "2020-03-01").times(1),
                reported("05", "2020-04-01").times(1));

        assertThat(strings("SELECT * FROM monthly_evolution ORDER BY report_month"))
                .containsExactly("2020-03 05 Department 05 4 1 2 0.25", "2020-04 05 Department 05 1 0 0 0.0");
    }

    @Test
    void allDepartmentsAreRankedByCasesPer100000InhabitantsOfTheYearAskedFor() {
        lake.population("05", 2021, 100_000).population("08", 2021, 200_000);
        build(
                reported("05", "2020-03-06").times(8),
                reported("08", "2020-03-06").times(3),
                reported("08", "2020-03-06").died().times(1));
        assertThat(strings("SELECT rank, department_code, population, cases, deaths, cases_per_100k, deaths_per_100k,"
                        + " fatality_rate, cases_per_km2 FROM top_departments ORDER BY rank"))
                .containsExactly("1 08 50000 4 1 8.0 2.0 0.25 null", "2 05 200000 8 0 4.0 0.0 0.0 null");

        MartViews.register(spark, 2021);
        assertThat(strings("SELECT rank, department_code, cases_per_100k FROM top_departments ORDER BY rank"))
                .containsExactly("1 05 8.0", "2 08 2.0");
    }

    @Test
    void aDepartmentWithoutCasesIsRankedToo() {
        build(reported("08", "2020-03-06").times(1));

        assertThat(strings("SELECT rank, department_code, cases, fatality_rate FROM top_departments ORDER BY rank"))
                .containsExactly("1 08 1 0.0", "2 05 0 null");
    }

    @Test
    void delaysAreExactAndCountWhatTheyLeaveOut() {
        SmallCase onset = reported("05", "2020-04-01").with("symptom_onset_date", "2020-03-01");
        List<SmallCase> cases = IntStream.rangeClosed(1, 11)
                .mapToObj(day -> onset.with("diagnosis_date", "2020-03-%02d".formatted(day)))
                .toList();
        build(
                cases,
                onset.with("diagnosis_date", "2020-02-28").times(2),
                onset.without("symptom_onset_date")
                        .with("diagnosis_date", "2020-03-01")
                        .times(5),
                onset.with("department_code", "08")
                        .with("recovery_date", "2020-02-01")
                        .times(1),
                onset.with("department_code", "08")
                        .with("diagnosis_date", "2020-03-31")
                        .times(1));

        assertThat(strings("SELECT * FROM time_to_event ORDER BY department_code, interval"))
                .containsExactly(
                        "05 Department 05 symptoms_to_diagnosis 11 5.0 5.0 9.0 2",
                        "08 Department 08 symptoms_to_diagnosis 1 30.0 30.0 30.0 0",
                        "08 Department 08 symptoms_to_recovery 0 null null null 1",
                        "CO Colombia symptoms_to_diagnosis 12 7.083333333333333 5.5 9.9 2",
                        "CO Colombia symptoms_to_recovery 0 null null null 1");
    }

    @Test
    void severityIsAShareOfTheDepartmentsAgeBand() {
        SmallCase mild = reported("05", "2020-03-06").with("age_years", 34).with("severity", "Leve");
        build(
                mild.times(3),
                mild.without("severity").times(1),
                mild.with("age_years", 40).with("severity", "Grave").times(2));

        assertThat(strings("SELECT * FROM severity ORDER BY age_band, severity"))
                .containsExactly(
                        "05 Department 05 30-39 null 1 0.25",
                        "05 Department 05 30-39 Leve 3 0.75",
                        "05 Department 05 40-49 Grave 2 1.0");
    }

    @Test
    void pressureIsToldWhereBedsAreKnownAndBedsThatAreNotKnownGiveNoRatio() {
        lake.department("11", 1_000).beds("05", 100, 4).beds("08", null, null).beds("11", 9, 0);
        SmallCase one = reported("05", "2020-03-06").with("severity", "Leve");
        build(
                one.times(5),
                one.with("severity", "Grave").with("care_place", "Hospital UCI").times(1),
                one.with("care_place", "Hospital UCI").times(1),
                one.with("severity", "Grave").times(1),
                one.with("department_code", "08").times(1));

        assertThat(strings("SELECT * FROM icu_pressure ORDER BY department_code"))
                .containsExactly(
                        "05 Department 05 4 100 8 3 2.0 0.75",
                        "08 Department 08 null null 1 0 null null",
                        "11 Department 11 0 9 0 0 null null");
    }

    @SafeVarargs
    private void build(List<SmallCase>... cases) {
        for (List<SmallCase> some : cases) {
            lake.with(some);
        }
        lake.create();
        MartViews.register(spark, 2020);
    }

    private List<String> strings(String query) {
        return spark.sql(query).collectAsList().stream()
                .map((Row row) -> row.mkString(" "))
                .toList();
    }
}
