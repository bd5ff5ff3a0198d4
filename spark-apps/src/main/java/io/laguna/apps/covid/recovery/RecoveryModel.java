package io.laguna.apps.covid.recovery;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.laguna.apps.lake.BoundedShuffles;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Summaries;
import io.laguna.apps.lake.Zone;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The training of the model on trusted.cases, its test, and its place in the refined zone together with the result of
 * the test.
 *
 * @param refined root of the refined zone, such as {@code s3://refined}
 */
public record RecoveryModel(SparkSession spark, String refined) {

    /**
     * Replaces the model in the refined zone, its metrics and its tables.
     *
     * @throws IllegalStateException when training or test would lack cases that recovered or cases that died
     */
    public ModelSummary train() {
        // The samples bound what is shuffled.
        BoundedShuffles.planFor(spark);
        Dataset<Row> cases = Features.ofEndedCases(spark);
        TimeSplit split = TimeSplit.of(cases);
        Column isLater = col("report_date").geq(lit(split.date()));
        Dataset<Row> earlier =
                Sample.of(cases.where(not(isLater)), split.training().total(), Sample.TRAINING_ROWS);
        Dataset<Row> later = Sample.of(cases.where(isLater), split.test().total(), Sample.TEST_ROWS);

        Forest forest = Forest.train(earlier, split.training());
        Scores scores = Scores.of(forest.model(), later);
        Scores majority = scores.ofMajority(split.training());
        ModelSummary summary = summarize(forest, split, scores, majority.quality());
        keep(forest, scores.quality(), majority.quality(), summary);
        return summary;
    }

    private static ModelSummary summarize(Forest forest, TimeSplit split, Scores scores, Quality baseline) {
        Quality quality = scores.quality();
        return new ModelSummary(
                quality.auc(),
                quality.prAuc(),
                quality.recallRecovered(),
                quality.recallDied(),
                baseline,
                forest.rows(),
                scores.rows(),
                split.date().toString(),
                scores.positiveRate());
    }

    private void keep(Forest forest, Quality quality, Quality baseline, ModelSummary summary) {
        String folder = refined + "/covid/models/recovery";
        new SavedModel(spark, folder + "/model").replace(forest.model());
        Summaries.write(spark, folder + "/metrics.json", summary);
        Summaries.write(spark, folder + "/feature_importances.json", forest.importances());
        Lake.createDatabase(spark, Zone.REFINED, refined);
        ModelTables tables = new ModelTables(spark, refined);
        tables.publishMetrics(quality, baseline);
        tables.publishImportances(forest.importances());
        Summaries.write(spark, refined + "/covid/summary/model.json", summary);
    }
}
