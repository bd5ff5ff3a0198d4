package io.laguna.apps.lake;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The lake as a job uses it. */
public final class Lake {

    private static final String CATALOG = "spark.sql.catalogImplementation";

    private Lake() {}

    /** Returns a session on the Hive catalog, unless the configuration asks for {@code in-memory}. */
    public static SparkSession session(String name) {
        SparkSession.Builder builder = SparkSession.builder().appName(name);
        if (new SparkConf().get(CATALOG, "hive").equals("hive")) {
            builder.enableHiveSupport();
        }
        return builder.getOrCreate();
    }

    /**
     * Tells whether tables of this session live in a Hive Metastore, where formats that only Hive knows can be
     * registered.
     */
    public static boolean hasHive(SparkSession spark) {
        return spark.conf().get(CATALOG, "in-memory").equals("hive");
    }

    /**
     * Creates the zone's database where it does not exist yet.
     *
     * @param root the zone's URI, such as {@code s3://raw}
     */
    public static void createDatabase(SparkSession spark, Zone zone, String root) {
        if (!spark.catalog().databaseExists(zone.database())) {
            spark.sql("CREATE DATABASE IF NOT EXISTS %s COMMENT %s LOCATION %s"
                    .formatted(zone.database(), Sql.literal(zone.comment()), Sql.literal(root + "/")));
        }
    }
}
