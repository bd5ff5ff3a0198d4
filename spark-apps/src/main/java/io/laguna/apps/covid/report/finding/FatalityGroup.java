package io.laguna.apps.covid.report.finding;

/**
 * Cases and deaths of one sex in one age band.
 *
 * @param sex {@code F}, {@code M} or empty where it is not stated
 * @param ageBand such as {@code 20-29} or {@code 80+}
 */
public record FatalityGroup(String sex, String ageBand, long cases, long deaths) {}
