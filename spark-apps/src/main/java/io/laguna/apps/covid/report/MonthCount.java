package io.laguna.apps.covid.report;

import java.time.YearMonth;

/** What became of the cases that one department reported in one month. */
record MonthCount(YearMonth month, String code, String name, long cases, long deaths, long recovered) {}
