package io.laguna.apps.covid.report.section;

import java.util.Comparator;

/** The order of age bands such as {@code 0-9} and {@code 80+}; a text that is not an age comes last. */
public final class AgeBand {

    public static final Comparator<String> BY_AGE =
            Comparator.comparingInt(AgeBand::youngest).thenComparing(Comparator.naturalOrder());

    private AgeBand() {}

    /** Returns a band as printed: with a dash between ages. */
    static String print(String band) {
        return band.isEmpty() ? "Not stated" : band.replace('-', '–');
    }

    private static int youngest(String band) {
        String digits = band.replaceFirst("\\D.*", "");
        return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
