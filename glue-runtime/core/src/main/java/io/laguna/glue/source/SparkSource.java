package io.laguna.glue.source;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import org.apache.spark.sql.DataFrameReader;

/** A data source of Spark's own, by its name or class: Iceberg, Delta Lake and Hudi, when their jars are there. */
record SparkSource(GlueContext context, String format, Options options) implements Source {

    static boolean isKnown(String format) {
        return switch (format) {
            case "iceberg", "delta", "hudi" -> true;
            default -> false;
        };
    }

    @Override
    public DynamicFrame frame() {
        DataFrameReader reader = context.sparkSession().read().format(format);
        options.values().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("path") && !name.equalsIgnoreCase("paths")) {
                reader.option(name, value.toString());
            }
        });
        String[] paths = options.texts("paths").isEmpty()
                ? options.texts("path").toArray(String[]::new)
                : options.texts("paths").toArray(String[]::new);
        return DynamicFrame.ofDataFrame(paths.length == 1 ? reader.load(paths[0]) : reader.load(paths), context, "");
    }
}
