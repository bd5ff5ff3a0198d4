package io.laguna.apps.covid.recovery;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The split of the cases by a day: cases reported before it are for training, the others for the test, because a model
 * is of use for cases that are yet to come.
 *
 * <p>Outcomes are those of the latest delivery. About the last weeks before that delivery only quick endings are known,
 * and deaths come quicker than recoveries: the test period has more deaths among its ended cases than it will have in
 * the end. This raises PR-AUC, for the model as for the baseline; AUC and recall change little.
 *
 * @param date first day of the test period
 */
record TimeSplit(LocalDate date, Outcomes training, Outcomes test) {

    /** The numbers of ended cases, by how they ended. */
    record Outcomes(long recovered, long died) {

        static final Outcomes NONE = new Outcomes(0, 0);

        long total() {
            return recovered + died;
        }

        Outcomes plus(Outcomes other) {
            return new Outcomes(recovered + other.recovered, died + other.died);
        }

        Outcomes minus(Outcomes other) {
            return new Outcomes(recovered - other.recovered, died - other.died);
        }
    }

    private static final double TRAINING_SHARE = 0.8;

    /** Splits cases with the columns {@code report_date} and {@code died}. */
    static TimeSplit of(Dataset<Row> cases) {
        SortedMap<LocalDate, Outcomes> days = new TreeMap<>();
        for (Row row : cases.groupBy("report_date", "died").count().collectAsList()) {
            long count = row.getLong(2);
            Outcomes outcomes = row.getDouble(1) > 0 ? new Outcomes(0, count) : new Outcomes(count, 0);
            days.merge(row.getDate(0).toLocalDate(), outcomes, Outcomes::plus);
        }
        return of(days);
    }

    /**
     * Returns the latest day that leaves no more than four in five cases before it.
     *
     * @throws IllegalStateException when either period lacks one of the outcomes; the message says which
     */
    static TimeSplit of(SortedMap<LocalDate, Outcomes> days) {
        Outcomes all = days.values().stream().reduce(Outcomes.NONE, Outcomes::plus);
        if (all.total() == 0) {
            throw new IllegalStateException(
                    "No model was trained: trusted.cases holds no case that recovered or died.");
        }
        LocalDate date = days.firstKey();
        Outcomes training = Outcomes.NONE;
        Outcomes before = Outcomes.NONE;
        for (Map.Entry<LocalDate, Outcomes> day : days.entrySet()) {
            if (before.total() <= TRAINING_SHARE * all.total()) {
                date = day.getKey();
                training = before;
            }
            before = before.plus(day.getValue());
        }
        TimeSplit split = new TimeSplit(date, training, all.minus(training));
        split.requireBoth("training, reported before " + date, split.training);
        split.requireBoth("the test, reported from " + date + " on", split.test);
        return split;
    }

    private void requireBoth(String period, Outcomes outcomes) {
        if (outcomes.recovered() == 0 || outcomes.died() == 0) {
            throw new IllegalStateException(
                    "No model was trained: of the %d cases for %s, %d recovered and %d died; it takes some of both."
                            .formatted(outcomes.total(), period, outcomes.recovered(), outcomes.died()));
        }
    }
}
