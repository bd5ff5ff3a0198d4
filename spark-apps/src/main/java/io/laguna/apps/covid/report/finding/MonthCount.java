package io.laguna.apps.covid.report.finding;

import java.time.YearMonth;

/** The cases that one department reported in one month, and their ends. */
public record MonthCount(YearMonth month, String code, String name, long cases, long deaths, long recovered) {}
