package io.laguna.glue.context;

import org.apache.spark.sql.SparkSession;

/**
 * A job's view of its Spark. Frames hold it, so it holds none of them: sources and sinks, which know both, take it as a
 * parameter.
 */
public final class GlueContext {
    private final SparkSession session;

    public GlueContext(SparkSession session) {
        this.session = session;
    }

    public SparkSession sparkSession() {
        return session;
    }
}
