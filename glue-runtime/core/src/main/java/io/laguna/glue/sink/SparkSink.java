package io.laguna.glue.sink;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** A data sink of Spark's own, by its name or class: Iceberg, Delta Lake and Hudi, when their jars are there. */
record SparkSink(GlueContext context, String format, Options options) implements Sink {

    @Override
    public void write(DynamicFrame frame) {
        DataFrameWriter<Row> writer = frame.toDF().write().format(format).mode(SaveMode.Append);
        options.values().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("path") && !name.equalsIgnoreCase("partitionKeys")) {
                writer.option(name, value.toString());
            }
        });
        writer.partitionBy(options.texts("partitionKeys").toArray(String[]::new));
        options.text("path").ifPresentOrElse(writer::save, writer::save);
    }
}
