package io.laguna.glue.source;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.frame.DynamicFrame;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/** A table of Iceberg, Delta Lake or Hudi, which Spark reads by that project's own jar. */
record LakeTable(GlueContext context, CatalogTable table, String format) {
    private static final String CATALOG = "glue_catalog";

    static Optional<LakeTable> of(GlueContext context, CatalogTable table, String format) {
        return SparkSource.isKnown(format) ? Optional.of(new LakeTable(context, table, format)) : Optional.empty();
    }

    DynamicFrame frame() {
        return DynamicFrame.ofDataFrame(rows(), context, "");
    }

    private Dataset<Row> rows() {
        SparkSession session = context.sparkSession();
        if (format.equals("iceberg")) {
            return session.table(icebergCatalog(session) + ".`" + table.database() + "`.`" + table.name() + "`");
        }
        return session.read().format(format).load(table.location());
    }

    /** Returns the name of a catalog of Iceberg's over Glue; where the job has set none, one is made. */
    static String icebergCatalog(SparkSession session) {
        RuntimeConfig conf = session.conf();
        String key = "spark.sql.catalog." + CATALOG;
        if (!conf.contains(key)) {
            conf.set(key, "org.apache.iceberg.spark.SparkCatalog");
            conf.set(key + ".catalog-impl", "org.apache.iceberg.aws.glue.GlueCatalog");
            conf.set(key + ".io-impl", "org.apache.iceberg.hadoop.HadoopFileIO");
            conf.set(key + ".warehouse", session.conf().get("spark.sql.warehouse.dir"));
        }
        return CATALOG;
    }
}
