package io.laguna.apps.covid.marts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The mart of mild and severe cases, by department and age. */
final class SeverityByAge implements Mart {

    @Override
    public String name() {
        return "severity";
    }

    @Override
    public String comment() {
        return "Cases by department, age and severity";
    }

    @Override
    public Map<String, String> columns() {
        return Map.of(
                "department_code", Comments.DEPARTMENT_CODE,
                "department", Comments.DEPARTMENT,
                "age_band", Comments.AGE_BAND,
                "severity", "Leve, Moderado, Grave, Fallecido or Asintomático as last published; NULL where not stated",
                "cases", Comments.CASES,
                "share", "Part of the cases of this department and age band, between 0 and 1");
    }

    @Override
    public Dataset<Row> rows(SparkSession spark) {
        WindowSpec ageBand = Window.partitionBy("department_code", "age_band");
        return spark.table(Views.PROFILES)
                .groupBy("department_code", "age_band", "severity")
                .agg(sum("cases").as("cases"))
                .withColumn("share", col("cases").divide(sum("cases").over(ageBand)))
                .join(broadcast(spark.table(Views.DEPARTMENTS)), "department_code")
                .select("department_code", "department", "age_band", "severity", "cases", "share");
    }
}
