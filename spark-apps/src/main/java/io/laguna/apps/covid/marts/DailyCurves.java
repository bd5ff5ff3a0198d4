package io.laguna.apps.covid.marts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The curves with every day of every department, whether it reported or not. A curve made only of the days with reports
 * would drop to nothing in the country's sum on every day on which a department is silent.
 */
final class DailyCurves {

    private DailyCurves() {}

    /** Registers {@link Views#DAILY}, and returns its rows, which the caller has to unpersist. */
    static Dataset<Row> register(SparkSession spark, Calendar calendar) {
        Dataset<Row> departments = spark.table(Views.DEPARTMENTS).select("department_code", "department", "population");
        Column code = col("department_code");
        Column none = lit(0L);
        Column first = lit(calendar.first());
        Column last = lit(calendar.last());

        Dataset<Row> silence = departments.select(code, explode(sequence(first, last)), none, none);
        Dataset<Row> cases = spark.table(Views.REPORTED).select(code, col("report_date"), col("cases"), none);
        // A death dated outside the calendar still belongs in the sum.
        Column deathDate = greatest(first, least(last, col("death_date")));
        Dataset<Row> deaths = spark.table(Views.DIED).select(code, deathDate, none, col("deaths"));

        WindowSpec days = Window.partitionBy("department_code").orderBy("report_date");
        WindowSpec untilToday = days.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        WindowSpec week = days.rowsBetween(-6, Window.currentRow());
        Dataset<Row> curves = silence.union(cases)
                .union(deaths)
                .toDF("department_code", "report_date", "cases", "deaths")
                // The sums and the windows share one shuffle.
                .repartition(code)
                .groupBy("department_code", "report_date")
                .agg(sum("cases").as("cases"), sum("deaths").as("deaths"))
                .withColumn("cumulative_cases", sum("cases").over(untilToday))
                .withColumn("cumulative_deaths", sum("deaths").over(untilToday))
                .withColumn("week_cases", sum("cases").over(week))
                .withColumn("week_days", count(lit(1)).over(week))
                .join(broadcast(departments), "department_code")
                .persist();
        curves.createOrReplaceTempView(Views.DAILY);
        return curves;
    }
}
