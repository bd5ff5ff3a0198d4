package io.laguna.apps.covid.report.finding;

import java.util.OptionalDouble;

/**
 * Days from first symptoms to an event.
 *
 * @param code department, or {@code CO} for the country
 * @param cases with both dates in the right order
 * @param excluded cases with the event before the symptoms
 */
public record Delay(
        String code,
        String name,
        Interval interval,
        long cases,
        long excluded,
        OptionalDouble meanDays,
        OptionalDouble medianDays,
        OptionalDouble p90Days) {

    /** Code of the row that stands for the whole country. */
    static final String COUNTRY = "CO";

    public enum Interval {
        SYMPTOMS_TO_DIAGNOSIS,
        SYMPTOMS_TO_RECOVERY
    }

    public boolean isCountry() {
        return code.equals(COUNTRY);
    }
}
