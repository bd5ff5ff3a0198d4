package io.laguna.apps.covid.marts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The counts of cases that the marts need, made in one pass over trusted.cases and kept in memory: some ten thousand
 * rows for each year of reports, whether there are a thousand cases or millions.
 */
final class CaseCounts {

    private CaseCounts() {}

    /**
     * Registers the views on parts of the counts, and returns the counts themselves, which the caller has to unpersist.
     */
    static Dataset<Row> register(SparkSession spark) {
        Dataset<Row> counts = spark.sql(Query.named("case_counts")).persist();
        counts.where(col("counted").equalTo("reported"))
                .select("department_code", "report_date", "cases", "deaths", "recovered")
                .createOrReplaceTempView(Views.REPORTED);
        counts.where(col("counted").equalTo("died"))
                .where("death_date IS NOT NULL")
                .select("department_code", "death_date", "deaths")
                .createOrReplaceTempView(Views.DIED);
        counts.where(col("counted").equalTo("profile"))
                .withColumn("age_band", ageBand(col("age_decade")))
                .select("department_code", "sex", "age_band", "severity", "severe", "cases", "deaths")
                .createOrReplaceTempView(Views.PROFILES);
        counts.where(col("counted").isin("diagnosis", "recovery"))
                .where("days IS NOT NULL")
                .withColumn("interval", concat(lit("symptoms_to_"), col("counted")))
                .select("department_code", "interval", "days", "cases")
                .createOrReplaceTempView(Views.DELAYS);
        return counts;
    }

    /** Returns the age band of a decade: ten years each, {@code 0-9} to {@code 80+}. */
    private static Column ageBand(Column decade) {
        Column from = decade.multiply(10);
        Column band = concat(from.cast("string"), lit("-"), from.plus(9).cast("string"));
        return when(decade.geq(8), lit("80+")).otherwise(band);
    }
}
