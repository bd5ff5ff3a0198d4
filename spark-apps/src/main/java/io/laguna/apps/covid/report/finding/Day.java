package io.laguna.apps.covid.report.finding;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A day of the country or of a department.
 *
 * @param cases reported on that day
 * @param deaths by date of death
 * @param casesAverage new cases per day over the seven days that end here
 */
public record Day(
        LocalDate date,
        long cases,
        long deaths,
        long cumulativeCases,
        long cumulativeDeaths,
        OptionalDouble casesAverage) {}
