package io.laguna.apps.covid.report.finding;

import java.time.LocalDate;

/** The day on which a department's cumulative cases reached 1,000. */
public record ThousandthCase(String code, String name, LocalDate date, long daysSinceFirstCase) {}
