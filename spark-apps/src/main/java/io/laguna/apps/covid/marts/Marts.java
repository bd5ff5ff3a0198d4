package io.laguna.apps.covid.marts;

import java.util.List;
import java.util.Map;

/** The list of all marts of the refined zone. */
final class Marts {

    static final List<Mart> ALL = List.of(
            new DepartmentDaily(),
            new NationalDaily(),
            fatalityBySexAndAge(),
            monthlyEvolution(),
            topDepartments(),
            thousandthCase(),
            timeToEvent(),
            new SeverityByAge(),
            icuPressure());

    private Marts() {}

    private static Mart fatalityBySexAndAge() {
        return new SqlMart(
                "fatality_by_sex_age",
                "Case fatality by sex and age",
                Map.of(
                        "sex", "F or M; NULL where not stated",
                        "age_band", Comments.AGE_BAND,
                        "cases", Comments.CASES,
                        "deaths", Comments.DEATHS,
                        "fatality_rate", Comments.FATALITY_RATE));
    }

    private static Mart monthlyEvolution() {
        return new SqlMart(
                "monthly_evolution",
                "What became of the cases of each month of report, by department",
                Map.of(
                        "report_month", "Month of report, yyyy-MM",
                        "department_code", Comments.DEPARTMENT_CODE,
                        "department", Comments.DEPARTMENT,
                        "cases", "Cases reported in this month",
                        "deaths", "Those of them that died of COVID-19, then or later",
                        "recovered", "Those of them that recovered, then or later",
                        "fatality_rate", Comments.FATALITY_RATE));
    }

    private static Mart topDepartments() {
        return new SqlMart(
                "top_departments",
                "All departments, ranked by cases per 100,000 inhabitants",
                Map.of(
                        "rank", "1 for the department with the highest cases_per_100k",
                        "department_code", Comments.DEPARTMENT_CODE,
                        "department", Comments.DEPARTMENT,
                        "population", Comments.POPULATION,
                        "cases", Comments.CASES,
                        "deaths", Comments.DEATHS,
                        "cases_per_100k", Comments.CASES_PER_100K,
                        "deaths_per_100k", "Deaths per 100,000 inhabitants",
                        "fatality_rate", Comments.FATALITY_RATE,
                        "cases_per_km2", "Cases per square kilometre; NULL where the area is not known"));
    }

    private static Mart thousandthCase() {
        return new SqlMart(
                "thousandth_case",
                "The day on which each department's cumulative cases reached 1,000; only departments that did",
                Map.of(
                        "department_code",
                        Comments.DEPARTMENT_CODE,
                        "department",
                        Comments.DEPARTMENT,
                        "report_date",
                        "Day of report of the 1,000th case",
                        "days_since_first_case",
                        "Days from the department's first reported case to that day"));
    }

    private static Mart timeToEvent() {
        return new SqlMart(
                "time_to_event",
                "Days from the first symptoms to diagnosis and to recovery, of cases with both dates",
                Map.of(
                        "department_code", Comments.DEPARTMENT_CODE + "; CO for the country",
                        "department", Comments.DEPARTMENT + "; Colombia for the country",
                        "interval", "symptoms_to_diagnosis or symptoms_to_recovery",
                        "cases", "Cases with both dates in the right order",
                        "mean_days", "Mean of the days",
                        "median_days", "Exact median of the days, interpolated",
                        "p90_days", "Exact 90th percentile of the days, interpolated",
                        "excluded", "Cases left out because the event is dated before the symptoms"));
    }

    private static Mart icuPressure() {
        return new SqlMart(
                "icu_pressure",
                "Cases against hospital beds, for departments whose beds have been published",
                Map.of(
                        "department_code", Comments.DEPARTMENT_CODE,
                        "department", Comments.DEPARTMENT,
                        "icu_beds", "Intensive-care beds; NULL where not published",
                        "hospital_beds", "Hospital beds; NULL where not published",
                        "cases", Comments.CASES,
                        "severe_cases", "Cases in intensive care or of severity Grave, as last published",
                        "cases_per_icu_bed", "cases / icu_beds; NULL where the beds are not known",
                        "severe_cases_per_icu_bed", "severe_cases / icu_beds; NULL where the beds are not known"));
    }
}
