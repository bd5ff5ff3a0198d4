package io.laguna.apps.covid.report;

import java.util.Comparator;

/** Bands such as {@code 0-9} and {@code 80+} in the order of age, what is not an age last. */
final class AgeBand {

    static final Comparator<String> BY_AGE =
            Comparator.comparingInt(AgeBand::youngest).thenComparing(Comparator.naturalOrder());

    private AgeBand() {}

    /** As printed: with a dash between ages. */
    static String print(String band) {
        return band.isEmpty() ? "Not stated" : band.replace('-', '–');
    }

    private static int youngest(String band) {
        String digits = band.replaceFirst("\\D.*", "");
        return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
