package io.laguna.apps.covid.report.finding;

/**
 * Cases of one severity in one age band of one department.
 *
 * @param severity as published, such as {@code Leve}; empty where it is not stated
 */
public record SeverityGroup(String ageBand, String severity, long cases) {}
