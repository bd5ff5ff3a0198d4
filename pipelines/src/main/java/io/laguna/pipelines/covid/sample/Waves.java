package io.laguna.pipelines.covid.sample;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The waves of the epidemic, which decide on which day a case is reported. The waves are Colombia's own in date and
 * rough height: mid 2020, turn of the year, spring of 2021, Omicron, and the small one that was rising at the end of
 * June 2022.
 */
final class Waves {
    static final int FIRST_DAY = (int) LocalDate.of(2020, 3, 6).toEpochDay();
    static final int LAST_DAY = (int) LocalDate.of(2022, 6, 30).toEpochDay();
    /** The days between two deliveries. */
    static final int DAYS_PER_DELIVERY = 30;

    private static final Wave[] WAVES = {
        new Wave(LocalDate.of(2020, 8, 5), 32, 10_000),
        new Wave(LocalDate.of(2020, 10, 28), 30, 6_500),
        new Wave(LocalDate.of(2021, 1, 12), 22, 15_000),
        new Wave(LocalDate.of(2021, 4, 25), 26, 15_500),
        new Wave(LocalDate.of(2021, 6, 22), 20, 26_000),
        new Wave(LocalDate.of(2022, 1, 14), 12, 30_000),
        new Wave(LocalDate.of(2022, 7, 2), 14, 4_500)
    };
    private static final double EVERY_DAY = 150;

    /** @param height cases on the day of its peak */
    private record Wave(LocalDate peak, double days, double height) {
        double on(int day) {
            double distance = (day - peak.toEpochDay()) / days;
            return height * Math.exp(-distance * distance / 2);
        }
    }

    /** The share of cases up to and including each day. */
    private final double[] share = new double[LAST_DAY - FIRST_DAY + 1];

    Waves() {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            // The epidemic needs weeks to get under way.
            double start = Math.min(1, (i + 1) / 60.0);
            sum += EVERY_DAY * start * start;
            for (Wave wave : WAVES) {
                sum += wave.on(FIRST_DAY + i) * start;
            }
            share[i] = sum;
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= sum;
        }
    }

    /**
     * Returns the day, as days since 1970, when this row of the sample is reported: IDs are given in order of report.
     */
    int dayOf(long row, CaseSample sample) {
        if (row > sample.rows()) {
            long later = row - sample.rows() - 1;
            long block = later / sample.added();
            long days = later % sample.added() * DAYS_PER_DELIVERY / sample.added();
            return LAST_DAY + 1 + (int) (block * DAYS_PER_DELIVERY + days);
        }
        int found = Arrays.binarySearch(share, (row - 0.5) / sample.rows());
        return FIRST_DAY + Math.min(share.length - 1, found >= 0 ? found : -found - 1);
    }
}
