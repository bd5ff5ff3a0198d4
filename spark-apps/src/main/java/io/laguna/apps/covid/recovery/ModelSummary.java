package io.laguna.apps.covid.recovery;

/**
 * The result of the model's test, in {@code covid/models/recovery/metrics.json} and {@code covid/summary/model.json} of
 * the refined zone.
 *
 * @param baseline the same measures for always saying the more frequent outcome
 * @param trainRows cases that the model was trained on
 * @param testRows cases that it was tested on
 * @param splitDate yyyy-MM-dd, first day of report in the test
 * @param positiveRateTest share of the tested cases that died
 */
public record ModelSummary(
        double auc,
        double prAuc,
        double recallRecovered,
        double recallDied,
        Quality baseline,
        long trainRows,
        long testRows,
        String splitDate,
        double positiveRateTest) {}
