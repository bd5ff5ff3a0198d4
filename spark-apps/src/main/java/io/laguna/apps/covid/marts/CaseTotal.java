package io.laguna.apps.covid.marts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The cases of one department code.
 *
 * @param departmentCode empty for cases without one
 * @param undated how many of the cases have no day of report
 * @param first day of report, empty when all are undated
 * @param last day of report, empty when all are undated
 */
record CaseTotal(
        Optional<String> departmentCode,
        long cases,
        long undated,
        Optional<LocalDate> first,
        Optional<LocalDate> last) {

    /** Adds up the view {@link Views#REPORTED}. */
    static List<CaseTotal> read(SparkSession spark) {
        return spark
                .table(Views.REPORTED)
                .groupBy("department_code")
                .agg(
                        sum("cases").as("cases"),
                        sum(when(col("report_date").isNull(), col("cases")).otherwise(0))
                                .as("undated"),
                        min("report_date").as("first"),
                        max("report_date").as("last"))
                .collectAsList()
                .stream()
                .map(CaseTotal::of)
                .toList();
    }

    private static CaseTotal of(Row row) {
        return new CaseTotal(
                Optional.ofNullable(row.getAs("department_code")),
                row.getAs("cases"),
                row.getAs("undated"),
                date(row, "first"),
                date(row, "last"));
    }

    private static Optional<LocalDate> date(Row row, String column) {
        return Optional.<Date>ofNullable(row.getAs(column)).map(Date::toLocalDate);
    }
}
