package io.laguna.glue.sink;

import io.laguna.glue.catalog.DataCatalog;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A sink as scripts hold it: a connection type and options, then a format, and perhaps a table of the catalog. */
public final class DataSink {
    private final GlueContext context;
    private final SinkOf sink;
    private Optional<String> format;
    private Options formatOptions = Options.NONE;
    private Optional<CatalogInfo> info = Optional.empty();

    record CatalogInfo(String database, String table, String catalogId) {
        DataCatalog catalog() {
            return DataCatalog.of(catalogId);
        }
    }

    /** A way to a sink, once its format and its table are known. */
    @FunctionalInterface
    interface SinkOf {
        Sink sink(Optional<String> format, Options formatOptions, Optional<CatalogInfo> info);
    }

    DataSink(GlueContext context, Optional<String> format, SinkOf sink) {
        this.context = context;
        this.format = format;
        this.sink = sink;
    }

    public DataSink setFormat(String name, Map<String, ?> options) {
        format = Optional.of(name.toLowerCase(Locale.ROOT));
        formatOptions = Options.of(options);
        return this;
    }

    public DataSink setCatalogInfo(String database, String table, String catalogId) {
        info = Optional.of(new CatalogInfo(database, table, catalogId));
        return this;
    }

    /** Writes a frame, and returns the frame of its errors. */
    public DynamicFrame writeDynamicFrame(DynamicFrame frame) throws IOException {
        sink.sink(format, formatOptions, info).write(frame);
        return frame.errorsAsDynamicFrame();
    }

    /** Writes a frame as {@link #writeDynamicFrame} does. It is the name that failures of Python scripts show. */
    public DynamicFrame pyWriteDynamicFrame(DynamicFrame frame) throws IOException {
        return writeDynamicFrame(frame);
    }

    public void writeDataFrame(Dataset<Row> rows) throws IOException {
        sink.sink(format, formatOptions, info).write(DynamicFrame.ofDataFrame(rows, context, ""));
    }
}
