package io.laguna.apps.covid.report.finding;

import static org.apache.spark.sql.functions.col;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/** The tables of the refined zone, each read once and whole: the largest has one row for each department and day. */
public record RefinedTables(SparkSession spark) {

    private static final String DATABASE = "refined";

    /** Returns the days of the country, ascending. */
    public List<Day> nation() {
        return rows(
                        "national_daily",
                        "report_date",
                        "cases",
                        "deaths",
                        "cumulative_cases",
                        "cumulative_deaths",
                        "cases_avg7")
                .map(RefinedTables::day)
                .sorted(Comparator.comparing(Day::date))
                .toList();
    }

    public List<DepartmentCurve> departments() {
        Map<String, List<Cells>> byCode = rows(
                        "department_daily",
                        "department_code",
                        "department",
                        "report_date",
                        "cases",
                        "deaths",
                        "cumulative_cases",
                        "cumulative_deaths",
                        "cases_avg7")
                .collect(Collectors.groupingBy(row -> row.text("department_code"), TreeMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .map(department -> new DepartmentCurve(
                        department.getKey(),
                        department.getValue().get(0).text("department"),
                        department.getValue().stream()
                                .map(RefinedTables::day)
                                .sorted(Comparator.comparing(Day::date))
                                .toList()))
                .toList();
    }

    public List<Standing> ranking() {
        return rows(
                        "top_departments",
                        "rank",
                        "department_code",
                        "department",
                        "population",
                        "cases",
                        "deaths",
                        "cases_per_100k",
                        "deaths_per_100k")
                .map(row -> new Standing(
                        (int) row.whole("rank"),
                        row.text("department_code"),
                        row.text("department"),
                        row.whole("population"),
                        row.whole("cases"),
                        row.whole("deaths"),
                        row.number("cases_per_100k"),
                        row.number("deaths_per_100k")))
                .toList();
    }

    public List<FatalityGroup> fatality() {
        return rows("fatality_by_sex_age", "sex", "age_band", "cases", "deaths")
                .map(row -> new FatalityGroup(
                        row.text("sex"), row.text("age_band"), row.whole("cases"), row.whole("deaths")))
                .toList();
    }

    public List<MonthCount> months() {
        return rows(
                        "monthly_evolution",
                        "report_month",
                        "department_code",
                        "department",
                        "cases",
                        "deaths",
                        "recovered")
                .map(row -> new MonthCount(
                        YearMonth.parse(row.text("report_month")),
                        row.text("department_code"),
                        row.text("department"),
                        row.whole("cases"),
                        row.whole("deaths"),
                        row.whole("recovered")))
                .toList();
    }

    public List<SeverityGroup> severity() {
        return rows("severity", "age_band", "severity", "cases")
                .map(row -> new SeverityGroup(row.text("age_band"), row.text("severity"), row.whole("cases")))
                .toList();
    }

    public List<Delay> delays() {
        return rows(
                        "time_to_event",
                        "department_code",
                        "department",
                        "interval",
                        "cases",
                        "excluded",
                        "mean_days",
                        "median_days",
                        "p90_days")
                .map(row -> new Delay(
                        row.text("department_code"),
                        row.text("department"),
                        Delay.Interval.valueOf(row.text("interval").toUpperCase(Locale.ROOT)),
                        row.whole("cases"),
                        row.whole("excluded"),
                        row.number("mean_days"),
                        row.number("median_days"),
                        row.number("p90_days")))
                .toList();
    }

    public List<BedPressure> beds() {
        return rows(
                        "icu_pressure",
                        "department_code",
                        "department",
                        "icu_beds",
                        "cases",
                        "severe_cases",
                        "cases_per_icu_bed",
                        "severe_cases_per_icu_bed")
                .map(row -> new BedPressure(
                        row.text("department_code"),
                        row.text("department"),
                        row.optionalWhole("icu_beds"),
                        row.whole("cases"),
                        row.whole("severe_cases"),
                        row.number("cases_per_icu_bed"),
                        row.number("severe_cases_per_icu_bed")))
                .toList();
    }

    public List<ThousandthCase> thousandthCases() {
        return rows("thousandth_case", "department_code", "department", "report_date", "days_since_first_case")
                .map(row -> new ThousandthCase(
                        row.text("department_code"),
                        row.text("department"),
                        row.date("report_date"),
                        row.whole("days_since_first_case")))
                .toList();
    }

    private static Day day(Cells row) {
        return new Day(
                row.date("report_date"),
                row.whole("cases"),
                row.whole("deaths"),
                row.whole("cumulative_cases"),
                row.whole("cumulative_deaths"),
                row.number("cases_avg7"));
    }

    /** Returns the rows of a table, or none when the table has not been made yet. */
    private Stream<Cells> rows(String table, String... columns) {
        String name = DATABASE + "." + table;
        if (!spark.catalog().tableExists(name)) {
            return Stream.empty();
        }
        Column[] selection = Arrays.stream(columns).map(column -> col(column)).toArray(Column[]::new);
        return spark.table(name).select(selection).collectAsList().stream().map(Cells::new);
    }
}
