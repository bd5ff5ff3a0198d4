package io.laguna.apps.covid.report;

import java.time.LocalDate;

/** The day on which a department's cumulative cases reached 1,000. */
record ThousandthCase(String code, String name, LocalDate date, long daysSinceFirstCase) {}
