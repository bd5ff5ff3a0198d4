package io.laguna.apps.lake;

import org.apache.spark.sql.SparkSession;

/** The plan of Spark for a job that shuffles little, whatever the number of rows it reads. */
public final class BoundedShuffles {

    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

    private BoundedShuffles() {}

    /**
     * Plans one shuffle partition for each core, unless the job was submitted with a number of them, and no adaptive
     * execution, which makes every stage a Spark job of its own and takes longer than it could win on known sizes.
     */
    public static void planFor(SparkSession spark) {
        spark.conf().set("spark.sql.adaptive.enabled", false);
        if (!spark.sparkContext().getConf().contains(SHUFFLE_PARTITIONS)) {
            spark.conf().set(SHUFFLE_PARTITIONS, spark.sparkContext().defaultParallelism());
        }
    }
}
