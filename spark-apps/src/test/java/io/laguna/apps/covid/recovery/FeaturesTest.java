package io.laguna.apps.covid.recovery;

import static io.laguna.apps.covid.SmallCase.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.SparkTest;
import io.laguna.apps.covid.SmallCase;
import io.laguna.apps.covid.SmallLake;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class FeaturesTest {

    private static final SmallCase CASE = reported("05", "2020-03-10").recovered();

    @TempDir
    Path folder;

    @Test
    void onlyWhatIsKnownAtDiagnosisIsAFeature() {
        assertThat(Features.all())
                .containsExactly(
                        "age_years",
                        "asymptomatic",
                        "days_onset_to_diagnosis",
                        "days_onset_to_notification",
                        "sex",
                        "department",
                        "infection_source",
                        "ethnic_group");
    }

    @Test
    void whatIsRevisedAfterDiagnosisChangesNoFeature(SparkSession spark) {
        SmallCase known = CASE.with("symptom_onset_date", "2020-03-01").with("diagnosis_date", "2020-03-05");
        Dataset<Row> cases = cases(
                spark,
                known,
                known.died()
                        .with("severity", "Fallecido")
                        .with("care_place", "Hospital UCI")
                        .with("recovery_kind", "PCR")
                        .with("recovery_date", "2020-03-20")
                        .with("death_date", "2020-03-20"));

        assertThat(cases.selectExpr(Features.all().toArray(String[]::new))
                        .distinct()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void onlyCasesThatRecoveredOrDiedOfTheDiseaseCount(SparkSession spark) {
        Dataset<Row> cases = cases(
                spark,
                CASE,
                CASE.died(),
                CASE.with("outcome", "Activo"),
                CASE.with("outcome", "Sin dato"),
                CASE.with("outcome", "Fallecido otra causa"));

        assertThat(strings(cases.select("case_id", "died"))).containsExactly("1 0.0", "2 1.0");
    }

    @Test
    void daysAreFromTheFirstSymptomsAndMissingWhenUnknownOrOutOfOrder(SparkSession spark) {
        SmallCase dated = CASE.with("symptom_onset_date", "2020-03-01")
                .with("notification_date", "2020-03-04")
                .with("diagnosis_date", "2020-03-08");
        Dataset<Row> cases = cases(
                spark,
                dated,
                dated.without("diagnosis_date").without("notification_date"),
                dated.without("symptom_onset_date"),
                dated.with("symptom_onset_date", "2020-03-09"));

        assertThat(strings(cases.select("days_onset_to_diagnosis", "days_onset_to_notification")))
                .containsExactly("7.0 3.0", "9.0 -1.0", "-1.0 -1.0", "-1.0 -1.0");
    }

    @Test
    void whoFellIllAfterTheDiagnosisHadNoSymptomsThen(SparkSession spark) {
        SmallCase diagnosed = CASE.with("diagnosis_date", "2020-03-08");
        Dataset<Row> cases = cases(
                spark,
                diagnosed.with("symptom_onset_date", "2020-03-09"),
                diagnosed.with("symptom_onset_date", "2020-03-08"),
                diagnosed.with("asymptomatic", true),
                diagnosed);

        assertThat(strings(cases.select("asymptomatic"))).containsExactly("1.0", "0.0", "1.0", "-1.0");
    }

    @Test
    void aMissingAgeOrCategoryIsAValueOfItsOwn(SparkSession spark) {
        Dataset<Row> cases = cases(spark, CASE.without("department"));

        assertThat(strings(cases.select("age_years", "sex", "department", "infection_source", "ethnic_group")))
                .containsExactly("-1.0 unknown unknown unknown unknown");
    }

    @Test
    void aSampleHasAboutAsManyCasesAsWantedAndAlwaysTheSame(SparkSession spark) {
        Dataset<Row> ids = spark.range(0, 20_000).toDF("case_id");
        long taken = Sample.of(ids, 20_000, 5_000).count();

        assertThat(taken).isBetween(4_700L, 5_300L);
        assertThat(Sample.of(ids.repartition(7), 20_000, 5_000)
                        .except(Sample.of(ids, 20_000, 5_000))
                        .count())
                .isZero();
        assertThat(Sample.of(ids, 20_000, 20_000).count()).isEqualTo(20_000);
    }

    private Dataset<Row> cases(SparkSession spark, SmallCase... cases) {
        List<SmallCase> numbered = LongStream.rangeClosed(1, cases.length)
                .mapToObj(id -> cases[(int) id - 1].with("case_id", id))
                .toList();
        new SmallLake(spark, folder).with(numbered).create();
        return Features.ofEndedCases(spark).orderBy("case_id");
    }

    private static List<String> strings(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.mkString(" ")).toList();
    }
}
