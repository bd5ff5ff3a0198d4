package io.laguna.apps.covid.recovery;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.laguna.apps.lake.TableDefinition;
import io.laguna.apps.lake.Tables;
import io.laguna.apps.lake.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The model's quality and importances as tables, which SQL can read. */
record ModelTables(SparkSession spark, String refined) {

    private static final StructType METRICS =
            new StructType().add("metric", StringType).add("model", DoubleType).add("baseline", DoubleType);

    private static final StructType IMPORTANCES =
            new StructType().add("rank", IntegerType).add("feature", StringType).add("importance", DoubleType);

    void publishMetrics(Quality model, Quality baseline) {
        List<Row> rows = List.of(
                RowFactory.create("auc", model.auc(), baseline.auc()),
                RowFactory.create("pr_auc", model.prAuc(), baseline.prAuc()),
                RowFactory.create("recall_recovered", model.recallRecovered(), baseline.recallRecovered()),
                RowFactory.create("recall_died", model.recallDied(), baseline.recallDied()));
        publish(
                rows,
                METRICS,
                "recovery_model_metrics",
                "How well the recovery model tells who dies, on cases reported after those it was trained on",
                Map.of(
                        "metric", "auc, pr_auc, recall_recovered or recall_died, each between 0 and 1",
                        "model", "Of the model",
                        "baseline", "Of always saying the more frequent outcome"));
    }

    void publishImportances(Map<String, Double> importances) {
        List<Row> rows = new ArrayList<>();
        importances.forEach((feature, importance) -> rows.add(RowFactory.create(rows.size() + 1, feature, importance)));
        publish(
                rows,
                IMPORTANCES,
                "recovery_model_importances",
                "What the recovery model leans on",
                Map.of(
                        "rank", "1 for the feature with the greatest importance",
                        "feature", "What was known of the case at its diagnosis",
                        "importance", "Share of the forest's gain in purity, between 0 and 1"));
    }

    private void publish(
            List<Row> rows, StructType schema, String name, String comment, Map<String, String> columnComments) {
        String folder = refined + "/covid/" + name;
        Tables.publish(
                spark.createDataFrame(rows, schema).coalesce(1),
                new TableDefinition(Zone.REFINED.database(), name, folder, comment, columnComments, List.of()));
    }
}
