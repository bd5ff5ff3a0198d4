package io.laguna.glue.sink;

import io.laguna.glue.frame.DynamicFrame;
import java.io.IOException;

/** A place that frames are written to. What is there stays. */
sealed interface Sink permits FileSink, IcebergSink, JdbcSink, RedshiftSink, SparkSink {
    void write(DynamicFrame frame) throws IOException;
}
