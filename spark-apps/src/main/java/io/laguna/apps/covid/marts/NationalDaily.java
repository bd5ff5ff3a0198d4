package io.laguna.apps.covid.marts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The curve of the country: on every day the sum of its departments. */
final class NationalDaily implements Mart {

    @Override
    public String name() {
        return "national_daily";
    }

    @Override
    public String comment() {
        return "Cases and deaths of the country on each day: new, cumulative, averaged over 7 days, per 100,000";
    }

    @Override
    public Map<String, String> columns() {
        return DailyMeasures.COMMENTS;
    }

    @Override
    public Dataset<Row> rows(SparkSession spark) {
        return spark.table(Views.DAILY)
                .groupBy("report_date")
                .agg(
                        sum("cases").as("cases"),
                        sum("deaths").as("deaths"),
                        sum("cumulative_cases").as("cumulative_cases"),
                        sum("cumulative_deaths").as("cumulative_deaths"),
                        sum("week_cases").as("week_cases"),
                        max("week_days").as("week_days"),
                        sum("population").as("population"))
                .select(Stream.concat(Stream.of(col("report_date")), Stream.of(DailyMeasures.columns()))
                        .toArray(Column[]::new));
    }
}
