package io.laguna.apps.covid.report.finding;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The result of the recovery model on cases that it had not seen.
 *
 * @param baseline the same measures for always saying the more frequent outcome
 * @param splitDate cases from this day on were held back for the test
 * @param positiveRate share of the positive class among the tested
 */
public record ModelQuality(
        Scores model,
        Scores baseline,
        long trainRows,
        long testRows,
        LocalDate splitDate,
        OptionalDouble positiveRate) {

    /** The scores, each between 0 and 1, empty where it is not defined. */
    public record Scores(
            OptionalDouble auc, OptionalDouble prAuc, OptionalDouble recallRecovered, OptionalDouble recallDied) {

        static Scores of(SummaryFields metrics) {
            return new Scores(
                    metrics.number("auc"),
                    metrics.number("pr_auc"),
                    metrics.number("recall_recovered"),
                    metrics.number("recall_died"));
        }
    }

    public static ModelQuality of(SummaryFields metrics) {
        return new ModelQuality(
                Scores.of(metrics),
                Scores.of(metrics.nested("baseline")),
                metrics.whole("train_rows"),
                metrics.whole("test_rows"),
                metrics.date("split_date"),
                metrics.number("positive_rate_test"));
    }
}
