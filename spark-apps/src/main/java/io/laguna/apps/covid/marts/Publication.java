package io.laguna.apps.covid.marts;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.laguna.apps.lake.Snapshot;
import io.laguna.apps.lake.TableDefinition;
import io.laguna.apps.lake.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A mart's rows, written and not yet seen by any reader. */
record Publication(TableDefinition table, Snapshot snapshot, long rows) {

    static Publication write(Mart mart, SparkSession spark, String refined) throws InterruptedException {
        TableDefinition table = mart.table(refined);
        // Counts while it writes: counting afterwards would be one more Spark job for every mart.
        Observation written = new Observation();
        Dataset<Row> rows =
                mart.rows(spark).coalesce(1).observe(written, count(lit(1)).as("rows"));
        Snapshot snapshot = Tables.write(rows, table);
        return new Publication(table, snapshot, (Long) written.getAsJava().get("rows"));
    }

    void point(SparkSession spark) {
        Tables.point(spark, table, snapshot);
    }
}
