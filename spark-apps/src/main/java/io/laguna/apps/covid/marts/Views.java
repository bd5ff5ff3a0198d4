package io.laguna.apps.covid.marts;

/** The temporary views from which the marts are computed. Views have names that SQL can use. */
final class Views {

    /** {@code department_code, department, area_km2, year, population}: the departments, with the population of the year asked for. */
    static final String DEPARTMENTS = "departments";

    /** {@code department_code, report_date, cases, deaths, recovered}: cases by day of report, and what became of them. */
    static final String REPORTED = "reported";

    /** {@code department_code, death_date, deaths}: deaths by day of death, or of report where that is unknown. */
    static final String DIED = "died";

    /** {@code department_code, sex, age_band, severity, severe, cases, deaths}. */
    static final String PROFILES = "profiles";

    /** {@code department_code, interval, days, cases}: how many cases took how many days. */
    static final String DELAYS = "delays";

    /**
     * {@code department_code, department, population, report_date, cases, deaths, cumulative_cases, cumulative_deaths,
     * week_cases, week_days}: a row for every department and day, the last two over the day and the six before it.
     */
    static final String DAILY = "daily";

    private Views() {}
}
