package io.laguna.apps.covid.recovery;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;

import java.util.Arrays;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The numbers of cases by their probability of death and by how they ended. Probabilities are rounded to 1/10,000, so
 * that every measure comes from one small table, however many cases were tested.
 */
final class Scores {

    private static final int STEPS = 10_000;

    /** The probability from which a case is predicted to end in death: one half. */
    private static final int THRESHOLD = STEPS / 2;

    /** The cases by ten-thousandths of probability. */
    private final long[] recovered = new long[STEPS + 1];

    private final long[] died = new long[STEPS + 1];

    /** Lets the model judge cases with the columns of {@link Features#ofEndedCases}. */
    static Scores of(PipelineModel model, Dataset<Row> cases) {
        Scores scores = new Scores();
        Column probability = element_at(functions.vector_to_array(col("probability"), "float64"), 2);
        Column step = floor(probability.multiply(STEPS)).cast("int").as("step");
        for (Row row : model.transform(cases).groupBy(step, col("died")).count().collectAsList()) {
            scores.add(row.getInt(0), row.getDouble(1) > 0, row.getLong(2));
        }
        return scores;
    }

    /** Adds cases to which the model gave a probability of death of so many ten-thousandths. */
    void add(int step, boolean haveDied, long cases) {
        long[] counts = haveDied ? died : recovered;
        counts[step] += cases;
    }

    /** Returns the scores of a rule that always says the outcome that is the more frequent one in training. */
    Scores ofMajority(TimeSplit.Outcomes training) {
        Scores scores = new Scores();
        int step = training.died() > training.recovered() ? STEPS : 0;
        scores.add(step, false, sum(recovered, 0));
        scores.add(step, true, sum(died, 0));
        return scores;
    }

    long rows() {
        return sum(recovered, 0) + sum(died, 0);
    }

    /** Returns the share of the cases that died. */
    double positiveRate() {
        return (double) sum(died, 0) / rows();
    }

    /**
     * Returns the measures, with death as the positive class. Both areas are by trapezoids between the points of the
     * curves, as in Spark's BinaryClassificationMetrics, the precision at recall 0 being that of the first point.
     */
    Quality quality() {
        double allDied = sum(died, 0);
        double allRecovered = sum(recovered, 0);
        double auc = 0;
        double prAuc = 0;
        long truly = 0;
        long falsely = 0;
        double lastPrecision = Double.NaN;
        for (int step = STEPS; step >= 0; step--) {
            if (died[step] + recovered[step] == 0) {
                continue;
            }
            auc += recovered[step] * (truly + died[step] / 2.0);
            truly += died[step];
            falsely += recovered[step];
            double precision = (double) truly / (truly + falsely);
            prAuc += died[step] * (precision + (Double.isNaN(lastPrecision) ? precision : lastPrecision)) / 2;
            lastPrecision = precision;
        }
        return new Quality(
                auc / (allDied * allRecovered),
                prAuc / allDied,
                1 - sum(recovered, THRESHOLD) / allRecovered,
                sum(died, THRESHOLD) / allDied);
    }

    private static long sum(long[] counts, int from) {
        return Arrays.stream(counts, from, counts.length).sum();
    }
}
