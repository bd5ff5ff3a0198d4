package io.laguna.apps.covid.report.finding;

import java.util.OptionalDouble;

/**
 * The impact of the epidemic on the country, as Athena counted it. Shares are shares of all cases, from 0 to 1.
 *
 * @param deaths of COVID-19, without {@code deathsOtherCause}
 * @param departments that have a case
 * @param atHome share of the cases that were at home when last published, and likewise {@code inHospital} and {@code inIcu}
 * @param daysToDiagnosis mean from the first symptoms, and likewise to recovery and to death
 */
public record Impact(
        long cases,
        long deaths,
        long deathsOtherCause,
        long recovered,
        long active,
        long departments,
        long population,
        OptionalDouble casesPer100k,
        OptionalDouble deathsPer100k,
        OptionalDouble fatality,
        OptionalDouble recovery,
        OptionalDouble atHome,
        OptionalDouble inHospital,
        OptionalDouble inIcu,
        OptionalDouble severe,
        OptionalDouble asymptomatic,
        OptionalDouble ageYears,
        OptionalDouble daysToDiagnosis,
        OptionalDouble daysToRecovery,
        OptionalDouble daysToDeath) {}
