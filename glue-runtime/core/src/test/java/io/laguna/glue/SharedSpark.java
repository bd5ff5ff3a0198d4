package io.laguna.glue;

import io.laguna.glue.context.GlueContext;
import org.apache.spark.sql.SparkSession;

/** The one Spark of this JVM's tests. It writes objects with Kryo, as jobs often do, and
 * Laguna's own too. */
public final class SharedSpark {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("glue-runtime")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();

    private SharedSpark() {}

    /** Returns a context of its own, with no bookmark. */
    public static GlueContext context() {
        return new GlueContext(SESSION);
    }
}
