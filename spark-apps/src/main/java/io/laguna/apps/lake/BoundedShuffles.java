package io.laguna.apps.lake;

import org.apache.spark.sql.SparkSession;

/** How Spark is to plan for a job that shuffles little, whatever the number of rows it reads. */
public final class BoundedShuffles {

    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

    private BoundedShuffles() {}

    /**
     * One shuffle partition for each core, unless the job was submitted with a number of them, and no adaptive execution:
     * it makes every stage a Spark job of its own, which takes longer than what it could win on known sizes.
     */
    public static void planFor(SparkSession spark) {
        spark.conf().set("spark.sql.adaptive.enabled", false);
        if (!spark.sparkContext().getConf().contains(SHUFFLE_PARTITIONS)) {
            spark.conf().set(SHUFFLE_PARTITIONS, spark.sparkContext().defaultParallelism());
        }
    }
}
