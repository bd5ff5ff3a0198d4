package io.laguna.apps.covid.marts;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The curve of every department. */
final class DepartmentDaily implements Mart {

    @Override
    public String name() {
        return "department_daily";
    }

    @Override
    public String comment() {
        return "Cases and deaths of each department on each day: new, cumulative, averaged over 7 days, per 100,000";
    }

    @Override
    public Map<String, String> columns() {
        Map<String, String> comments = new HashMap<>(DailyMeasures.COMMENTS);
        comments.put("department_code", Comments.DEPARTMENT_CODE);
        comments.put("department", Comments.DEPARTMENT);
        return comments;
    }

    @Override
    public Dataset<Row> rows(SparkSession spark) {
        Stream<Column> keys = Stream.of(col("report_date"), col("department_code"), col("department"));
        return spark.table(Views.DAILY)
                .select(Stream.concat(keys, Stream.of(DailyMeasures.columns())).toArray(Column[]::new));
    }
}
