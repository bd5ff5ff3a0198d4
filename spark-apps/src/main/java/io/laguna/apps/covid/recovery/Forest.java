package io.laguna.apps.covid.recovery;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The random forest, with the stages that turn a case into its input.
 *
 * @param rows cases it was trained on
 * @param importances share of each feature in the forest's gain of purity, greatest first
 */
record Forest(PipelineModel model, long rows, Map<String, Double> importances) {

    private static final int TREES = 20;
    private static final int DEPTH = 6;

    /** The number of bins: above the number of departments, so that a tree can split them any way. */
    private static final int BINS = 64;

    private static final long SEED = 20200306;
    private static final int PARTITIONS = 4;
    private static final String INDEX = "_index";

    /**
     * Trains on cases with the columns of {@link Features#ofEndedCases}.
     *
     * @param outcomes how many of the cases ended in recovery and in death, which decides the weight of a death
     */
    static Forest train(Dataset<Row> cases, TimeSplit.Outcomes outcomes) {
        Dataset<Row> weighted = cases.withColumn(
                        "weight",
                        when(col("died").gt(0), lit(weightOfADeath(outcomes))).otherwise(1.0))
                // The forest draws its samples by position: the same cases are to stand in the same place whatever
                // files they come from and however many cores there are.
                .repartition(PARTITIONS, col("case_id"))
                .sortWithinPartitions("case_id")
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            PipelineModel model = new Pipeline().setStages(stages()).fit(weighted);
            return new Forest(model, weighted.count(), importances(model));
        } finally {
            weighted.unpersist();
        }
    }

    /**
     * Returns the weight of a death. Deaths are few; together they are to weigh as much as the recoveries. Sums of
     * eighths are exact in any order.
     */
    private static double weightOfADeath(TimeSplit.Outcomes outcomes) {
        return Math.max(1, Math.round(8.0 * outcomes.recovered() / outcomes.died())) / 8.0;
    }

    private static PipelineStage[] stages() {
        String[] indexed =
                Features.CATEGORIES.stream().map(name -> name + INDEX).toArray(String[]::new);
        StringIndexer indexer = new StringIndexer()
                .setInputCols(Features.CATEGORIES.toArray(String[]::new))
                .setOutputCols(indexed)
                // A department may have its first case in the test period.
                .setHandleInvalid("keep");
        VectorAssembler assembler = new VectorAssembler()
                .setInputCols(Stream.concat(Features.NUMBERS.stream(), Stream.of(indexed))
                        .toArray(String[]::new))
                .setOutputCol("features");
        RandomForestClassifier forest = new RandomForestClassifier()
                .setLabelCol("died")
                .setWeightCol("weight")
                .setNumTrees(TREES)
                .setMaxDepth(DEPTH)
                .setMaxBins(BINS)
                .setSeed(SEED);
        return new PipelineStage[] {indexer, assembler, forest};
    }

    private static Map<String, Double> importances(PipelineModel model) {
        double[] shares = ((RandomForestClassificationModel) model.stages()[2])
                .featureImportances()
                .toArray();
        List<String> features = Features.all();
        Map<String, Double> importances = new LinkedHashMap<>();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> shares[i]).reversed())
                .forEach(i -> importances.put(features.get(i), shares[i]));
        return importances;
    }
}
