package io.laguna.apps.covid.marts;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A row of the join of raw.department with raw.population.
 *
 * @param inhabitants in the year asked for; empty where raw.population does not have that year
 */
record Population(String departmentCode, String department, OptionalInt inhabitants) {

    /** Reads the join, and registers the rows that were read as {@link Views#DEPARTMENTS}. */
    static List<Population> read(SparkSession spark, int year) {
        Dataset<Row> departments = spark.sql(Query.named("departments"), Map.of("year", year));
        List<Row> rows = departments.collectAsList();
        // Local rows are joined without reading the two tables again in every mart.
        spark.createDataFrame(rows, departments.schema()).createOrReplaceTempView(Views.DEPARTMENTS);
        return rows.stream().map(Population::of).toList();
    }

    private static Population of(Row row) {
        int inhabitants = row.fieldIndex("population");
        return new Population(
                row.getAs("department_code"),
                row.getAs("department"),
                row.isNullAt(inhabitants) ? OptionalInt.empty() : OptionalInt.of(row.getInt(inhabitants)));
    }
}
