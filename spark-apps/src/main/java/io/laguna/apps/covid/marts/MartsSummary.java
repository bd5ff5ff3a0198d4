package io.laguna.apps.covid.marts;

import java.util.Map;

/**
 * The summary of a run, in {@code covid/summary/marts.json} of the refined zone.
 *
 * @param tables rows by name of the mart
 * @param cases in trusted.cases
 * @param departments in raw.department
 */
public record MartsSummary(Map<String, Long> tables, long cases, long departments, int populationYear) {}
