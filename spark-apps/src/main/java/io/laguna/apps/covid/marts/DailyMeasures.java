package io.laguna.apps.covid.marts;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import org.apache.spark.sql.Column;

/** The measures of each day, for a department and for the country. */
final class DailyMeasures {

    static final Map<String, String> COMMENTS = Map.of(
            "report_date", "Day on the calendar, from the first report to the last, without gaps",
            "cases", "Cases reported on this day, 0 where none was",
            "deaths",
                    "Deaths on this day; by day of report where that of death is not known. Deaths outside the calendar"
                            + " count on its first or last day",
            "cumulative_cases", "Cases reported until this day",
            "cumulative_deaths", "Deaths until this day",
            "cases_avg7", "Mean of the cases of this day and the six before it; of the days there are at the start",
            "cases_per_100k", "Cases reported on this day per 100,000 inhabitants",
            "cumulative_cases_per_100k", "Cases reported until this day per 100,000 inhabitants");

    private DailyMeasures() {}

    /** Returns the measures, from rows with the columns of {@link Views#DAILY}. */
    static Column[] columns() {
        return new Column[] {
            col("cases"),
            col("deaths"),
            col("cumulative_cases"),
            col("cumulative_deaths"),
            col("week_cases").divide(col("week_days")).as("cases_avg7"),
            per100k("cases").as("cases_per_100k"),
            per100k("cumulative_cases").as("cumulative_cases_per_100k")
        };
    }

    private static Column per100k(String column) {
        return col(column).multiply(100_000).divide(col("population"));
    }
}
