package io.laguna.glue.source;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.transform.Partitions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A source as scripts hold it: a connection type and options, and then perhaps a format. */
public final class DataSource {
    private final GlueContext context;
    private final String transformationContext;
    private final SourceOf source;
    private Optional<String> format;
    private Options formatOptions = Options.NONE;

    /** A way to a source, once its format is known. */
    @FunctionalInterface
    interface SourceOf {
        Source source(Optional<String> format, Options formatOptions);
    }

    DataSource(GlueContext context, String transformationContext, Optional<String> format, SourceOf source) {
        this.context = context;
        this.transformationContext = transformationContext;
        this.format = format;
        this.source = source;
    }

    public DataSource setFormat(String name, Map<String, ?> options) {
        format = Optional.of(name.toLowerCase(Locale.ROOT));
        formatOptions = Options.of(options);
        return this;
    }

    public DynamicFrame getDynamicFrame() throws IOException {
        return source.source(format, formatOptions).frame().withStage(stage());
    }

    /**
     * Returns the frame, and shares its records out when the source gives them in fewer partitions than the minimum.
     *
     * @param target the number of partitions then
     */
    public DynamicFrame getDynamicFrame(int minimum, int target) throws IOException {
        DynamicFrame frame = getDynamicFrame();
        return frame.partitions() < minimum ? Partitions.repartition(frame, target, stage()) : frame;
    }

    private Stage stage() {
        return new Stage(transformationContext, CallSite.NOT_PROVIDED, 0, 0);
    }

    public Dataset<Row> getDataFrame() throws IOException {
        return getDynamicFrame().toDF();
    }

    /** Returns a frame of so many records of the source at most. */
    public DynamicFrame getSampleDynamicFrame(int records) throws IOException {
        DynamicFrame frame = getDynamicFrame();
        if (frame.isTyped()) {
            return DynamicFrame.ofDataFrame(frame.toDF().limit(records), context, frame.name());
        }
        List<DynamicRecord> sample = frame.records().take(records);
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(context.sparkSession().sparkContext());
        return DynamicFrame.ofRecords(spark.parallelize(sample, 1), context, frame.name());
    }
}
