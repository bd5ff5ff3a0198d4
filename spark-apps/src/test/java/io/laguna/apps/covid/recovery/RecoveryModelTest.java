package io.laguna.apps.covid.recovery;

import static io.laguna.apps.covid.SmallCase.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.apps.SparkTest;
import io.laguna.apps.covid.SmallCase;
import io.laguna.apps.covid.SmallLake;
import io.laguna.apps.lake.Summaries;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a disease that kills one in two from the age of seventy on, and hardly anyone below. */
@ExtendWith(SparkTest.class)
class RecoveryModelTest {

    @TempDir
    Path folder;

    private SparkSession spark;
    private SmallLake lake;

    @BeforeEach
    void createLake(SparkSession session) {
        spark = session;
        lake = new SmallLake(spark, folder);
    }

    @Test
    void theModelBeatsTheMajorityOnLaterCasesAndLeansOnWhatDecides() {
        lake.with(disease()).create();

        ModelSummary summary = model().train();

        assertThat(summary.auc()).isGreaterThan(0.85);
        assertThat(summary.prAuc()).isGreaterThan(2 * summary.baseline().prAuc());
        assertThat(summary.recallDied()).isGreaterThan(0.8);
        assertThat(summary.recallRecovered()).isGreaterThan(0.8);
        assertThat(summary.baseline().auc()).isEqualTo(0.5);
        assertThat(summary.baseline().recallDied()).isZero();
        assertThat(summary.trainRows() + summary.testRows()).isEqualTo(1_000);
        assertThat(spark.sql("SELECT feature FROM refined.recovery_model_importances WHERE rank = 1")
                        .head()
                        .getString(0))
                .isEqualTo("age_years");
        assertThat(spark.sql("SELECT model FROM refined.recovery_model_metrics WHERE metric = 'pr_auc'")
                        .head()
                        .getDouble(0))
                .isEqualTo(summary.prAuc());
    }

    @Test
    void theSameCasesGiveTheSameModelHoweverTheirFilesAreCut() {
        lake.with(disease()).create();
        ModelSummary once = model().train();
        JsonNode importances = json("models/recovery/feature_importances.json");
        spark.table("trusted.cases")
                .repartition(5)
                .write()
                .partitionBy("report_month")
                .option("path", folder.resolve("cut otherwise").toString())
                .saveAsTable("trusted.otherwise");
        spark.sql("DROP TABLE trusted.cases");
        spark.sql("ALTER TABLE trusted.otherwise RENAME TO trusted.cases");

        assertThat(model().train()).isEqualTo(once);
        assertThat(json("models/recovery/feature_importances.json")).isEqualTo(importances);
    }

    @Test
    void theModelInTheLakeJudgesACaseFromADepartmentItHasNeverSeen() {
        lake.with(disease()).create();
        model().train();
        PipelineModel saved = PipelineModel.load(lake.refined() + "/covid/models/recovery/model");
        new SmallLake(spark, folder)
                .with(
                        reported("99", "2022-01-01").with("age_years", 90).died(),
                        reported("99", "2022-01-01").with("age_years", 8).recovered())
                .create();

        List<Row> judged = saved.transform(Features.ofEndedCases(spark))
                .orderBy("age_years")
                .select("prediction")
                .collectAsList();

        assertThat(judged).extracting(row -> row.getDouble(0)).containsExactly(0.0, 1.0);
    }

    @Test
    void theMetricsAreInTheLakeUnderTheirNames() {
        lake.with(disease()).create();
        ModelSummary summary = model().train();

        JsonNode metrics = json("models/recovery/metrics.json");
        assertThat(metrics).isEqualTo(json("summary/model.json"));
        assertThat(metrics.get("pr_auc").asDouble()).isEqualTo(summary.prAuc());
        assertThat(metrics.get("baseline").get("recall_recovered").asDouble()).isEqualTo(1);
        assertThat(metrics.get("split_date").asText()).isEqualTo(summary.splitDate());
        assertThat(metrics.get("positive_rate_test").asDouble()).isBetween(0.01, 0.5);
        assertThat(json("models/recovery/feature_importances.json").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Features.all());
    }

    @Test
    void withoutADeathThereIsNoModel() {
        lake.with(reported("05", "2020-03-06").recovered().times(5))
                .with(reported("05", "2020-03-09").recovered().times(2))
                .create();

        assertThatThrownBy(() -> model().train()).hasMessageContaining("0 died");
    }

    private RecoveryModel model() {
        return new RecoveryModel(spark, lake.refined());
    }

    private JsonNode json(String name) {
        return Summaries.read(spark, lake.refined() + "/covid/" + name, JsonNode.class)
                .orElseThrow();
    }

    private static List<SmallCase> disease() {
        Random random = new Random(42);
        LocalDate first = LocalDate.of(2020, 3, 6);
        List<SmallCase> cases = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int age = random.nextInt(95);
            SmallCase one = reported(
                            random.nextBoolean() ? "05" : "08",
                            first.plusDays(i / 10).toString())
                    .with("age_years", age)
                    .with("sex", random.nextBoolean() ? "F" : "M");
            cases.add(random.nextDouble() < (age >= 70 ? 0.5 : 0.01) ? one.died() : one.recovered());
        }
        return cases;
    }
}
