package io.laguna.pipelines.covid.sample;

/**
 * A case and all that will ever be known of it. Days are days since 1970.
 *
 * @param place index into {@link Places}
 * @param age in units of ageUnit
 * @param ageUnit 1 years, 2 months, 3 days
 * @param country index into {@link Countries}, or -1 if not infected abroad
 * @param source index into {@link Spellings#SOURCES}
 * @param onset day of the first symptoms; meaningless if asymptomatic
 * @param end how it ends, on the day endDay
 * @param tested whether the recovery was found by PCR, not by time
 * @param ethnicGroup 1 to 6, as the current header codes it
 * @param revisedIn the delivery in which the state turns out to be worse than told before, or 0
 */
record Patient(
        long row,
        int place,
        int age,
        int ageUnit,
        boolean female,
        int country,
        int source,
        Severity severity,
        int onset,
        int notification,
        int diagnosis,
        int report,
        Outcome end,
        int endDay,
        boolean tested,
        int ethnicGroup,
        int people,
        int revisedIn) {

    boolean asymptomatic() {
        return severity == Severity.ASYMPTOMATIC;
    }

    int years() {
        return ageUnit == 1 ? age : 0;
    }

    /** Returns the outcome as a delivery knows it. */
    Outcome outcomeIn(int delivery) {
        return endDay <= Waves.LAST_DAY + (delivery - 1) * Waves.DAYS_PER_DELIVERY ? end : Outcome.ACTIVE;
    }

    /** Returns the severity that a delivery tells. */
    Severity severityIn(int delivery) {
        return revisedIn > 0 && delivery >= revisedIn && severity == Severity.MILD ? Severity.MODERATE : severity;
    }

    /** Tells whether a release says something else of this case than the release before. */
    boolean changedIn(int delivery) {
        Outcome outcome = outcomeIn(delivery);
        return outcome != outcomeIn(delivery - 1)
                || (outcome.leavesState() && severityIn(delivery) != severityIn(delivery - 1));
    }
}
