package io.laguna.pipelines.profile;

/** The catalog of the Spark jobs. */
public enum Catalog {
    /** The Hive Metastore that the place is configured with. */
    HIVE,
    /** The Glue Data Catalog. */
    GLUE
}
