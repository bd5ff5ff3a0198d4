package io.laguna.glue.source;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.IcebergNames;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.frame.DynamicFrame;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** A table of Iceberg, Delta Lake or Hudi, which Spark reads by that project's own jar. */
record LakeTable(GlueContext context, CatalogTable table, String format) {

    static Optional<LakeTable> of(GlueContext context, CatalogTable table, String format) {
        return SparkSource.isKnown(format) ? Optional.of(new LakeTable(context, table, format)) : Optional.empty();
    }

    DynamicFrame frame() {
        SparkSession session = context.sparkSession();
        return DynamicFrame.ofDataFrame(
                format.equals("iceberg")
                        ? session.table(IcebergNames.of(session, table))
                        : session.read().format(format).load(table.location()),
                context,
                "");
    }
}
