package io.laguna.glue.frame;

import io.laguna.glue.record.DynamicRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The content of a frame: rows of a schema that is known, or records of which each has its own. */
public sealed interface Content {

    /** Rows of a DataFrame. None of them is an error. */
    record Typed(Dataset<Row> rows) implements Content {}

    /** Records, each with a schema of its own, and errors among them. */
    record Records(JavaRDD<DynamicRecord> records) implements Content {}
}
