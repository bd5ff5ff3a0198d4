package io.laguna.glue.catalog;

import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/** Names by which Spark knows tables of Iceberg: in a catalog of Iceberg's over Glue, which is made unless the job has. */
public final class IcebergNames {
    private static final String CATALOG = "glue_catalog";

    private IcebergNames() {}

    /** Returns the name of a table. */
    public static String of(SparkSession session, CatalogTable table) {
        RuntimeConfig conf = session.conf();
        String key = "spark.sql.catalog." + CATALOG;
        if (!conf.contains(key)) {
            conf.set(key, "org.apache.iceberg.spark.SparkCatalog");
            conf.set(key + ".catalog-impl", "org.apache.iceberg.aws.glue.GlueCatalog");
            conf.set(key + ".io-impl", "org.apache.iceberg.hadoop.HadoopFileIO");
            conf.set(key + ".warehouse", conf.get("spark.sql.warehouse.dir"));
        }
        return CATALOG + ".`" + table.database() + "`.`" + table.name() + "`";
    }
}
