package io.laguna.glue.frame;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.error.ErrorThresholdException;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.StructType;
import io.laguna.glue.schema.Rows;
import io.laguna.glue.schema.SchemaOf;
import io.laguna.glue.schema.SparkTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A frame of records, as <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-pyspark-extensions-dynamic-frame.html">DynamicFrame
 * class</a> describes it. It holds rows as long as every step allows it, and then costs what a DataFrame costs; records that
 * describe themselves otherwise. Nothing runs before something is asked: the schema of records is one pass, made once.
 */
public final class DynamicFrame {
    private final Content content;
    private final GlueContext context;
    private final String name;
    private final Stage stage;
    private final List<DynamicFrame> inputs;
    private Optional<StructType> schema;

    private DynamicFrame(Content content, GlueContext context, String name, Stage stage, List<DynamicFrame> inputs) {
        this.content = content;
        this.context = context;
        this.name = name;
        this.stage = stage;
        this.inputs = List.copyOf(inputs);
        this.schema = content instanceof Content.Records records ? records.schema() : Optional.empty();
    }

    /** Returns a frame of records, whose schema is found when it is asked for. */
    public static DynamicFrame ofRecords(JavaRDD<DynamicRecord> records, GlueContext context, String name) {
        return new DynamicFrame(new Content.Records(records, Optional.empty()), context, name, Stage.PLAIN, List.of());
    }

    /** Returns a frame of records whose schema is known. */
    public static DynamicFrame ofRecords(
            JavaRDD<DynamicRecord> records, StructType schema, GlueContext context, String name) {
        return new DynamicFrame(
                new Content.Records(records, Optional.of(schema)), context, name, Stage.PLAIN, List.of());
    }

    /** Returns a frame of the rows of a DataFrame. */
    public static DynamicFrame ofDataFrame(Dataset<Row> rows, GlueContext context, String name) {
        return new DynamicFrame(new Content.Typed(rows), context, name, Stage.PLAIN, List.of());
    }

    /** Returns the frame that a step makes of this one. */
    public DynamicFrame then(Content next, Stage step) {
        return new DynamicFrame(next, context, name, step, List.of(this));
    }

    /** Returns the frame that a step makes of this one and another. */
    public DynamicFrame then(Content next, DynamicFrame other, Stage step) {
        return new DynamicFrame(next, context, name, step, List.of(this, other));
    }

    /** Returns the same records as what a step makes under the thresholds and the context of the step. */
    public DynamicFrame withStage(Stage step) {
        return new DynamicFrame(content, context, name, step, inputs);
    }

    public DynamicFrame withName(String newName) {
        DynamicFrame renamed = new DynamicFrame(content, context, newName, stage, inputs);
        renamed.schema = schema;
        return renamed;
    }

    /** Returns the same records under a schema that the caller vouches for, so that no pass is made to find it. */
    public DynamicFrame withSchema(StructType known) {
        return switchTo(new Content.Records(records(), Optional.of(known)));
    }

    private DynamicFrame switchTo(Content other) {
        return new DynamicFrame(other, context, name, stage, inputs);
    }

    public Content content() {
        return content;
    }

    public GlueContext context() {
        return context;
    }

    public String name() {
        return name;
    }

    public Stage stage() {
        return stage;
    }

    public boolean isTyped() {
        return content instanceof Content.Typed;
    }

    /** Returns the records, errors among them. */
    public JavaRDD<DynamicRecord> records() {
        if (content instanceof Content.Typed typed) {
            return typed.rows().javaRDD().map(row -> DynamicRecord.of(Rows.struct(row)));
        }
        return ((Content.Records) content).records();
    }

    /** Returns the fields of the records that are no errors. */
    public JavaRDD<Struct> structs() {
        return records().filter(record -> !record.isError()).map(DynamicRecord::fields);
    }

    /** Returns the schema of all records that are no errors. */
    public synchronized StructType schema() {
        if (schema.isEmpty()) {
            schema = Optional.of(
                    content instanceof Content.Typed typed
                            ? SparkTypes.struct(typed.rows().schema())
                            : SchemaOf.records(records()));
        }
        return schema.get();
    }

    /** Returns the schema where it is known without a pass. */
    public synchronized Optional<StructType> schemaIfComputed() {
        return isTyped() ? Optional.of(schema()) : schema;
    }

    /** Returns the records as rows: a choice is a struct with a field for each of its types. */
    public Dataset<Row> toDF() {
        assertErrorThreshold();
        if (content instanceof Content.Typed typed) {
            return typed.rows();
        }
        StructType type = schema();
        org.apache.spark.sql.types.StructType spark = SparkTypes.ofStruct(type);
        return context.sparkSession().createDataFrame(structs().map(struct -> Rows.row(struct, spark, type)), spark);
    }

    /** Returns how many records there are that are no errors. */
    public long count() {
        assertErrorThreshold();
        return content instanceof Content.Typed typed
                ? typed.rows().count()
                : structs().count();
    }

    /** Returns the JSON texts of the first records. */
    public List<String> show(int records) {
        assertErrorThreshold();
        return head(records).stream().map(Struct::toString).collect(Collectors.toList());
    }

    private List<Struct> head(int records) {
        if (content instanceof Content.Typed typed) {
            List<Struct> head = new ArrayList<>();
            for (Row row : typed.rows().takeAsList(records)) {
                head.add(Rows.struct(row));
            }
            return head;
        }
        return structs().take(records);
    }

    public int partitions() {
        return content instanceof Content.Typed typed
                ? typed.rows().javaRDD().getNumPartitions()
                : records().getNumPartitions();
    }

    /** Returns how many errors this step and all before it made. */
    public long errorsCount() {
        return isTyped()
                ? inputs.stream().mapToLong(DynamicFrame::errorsCount).sum()
                : records().filter(DynamicRecord::isError).count();
    }

    /** Returns how many errors this step made. */
    public long stageErrorsCount() {
        return isTyped()
                ? 0
                : errorsCount()
                        - inputs.stream().mapToLong(DynamicFrame::errorsCount).sum();
    }

    /** Fails with what the first error says when there are more errors than a threshold of this or an earlier step allows. */
    public void assertErrorThreshold() {
        inputs.forEach(DynamicFrame::assertErrorThreshold);
        check("stage", stage.stageThreshold(), this::stageErrorsCount);
        check("total", stage.totalThreshold(), this::errorsCount);
    }

    private void check(String which, long threshold, java.util.function.LongSupplier count) {
        if (threshold > 0) {
            long errors = count.getAsLong();
            if (errors > threshold) {
                throw new ErrorThresholdException(which, threshold, errors, firstError());
            }
        }
    }

    private String firstError() {
        return errors().take(1).stream().map(Struct::toString).findFirst().orElse(CallSite.NOT_PROVIDED.site());
    }

    /** Returns the errors as structs, in the shape of {@code errorsAsDynamicFrame}. */
    public JavaRDD<Struct> errors() {
        return records()
                .filter(DynamicRecord::isError)
                .map(record -> record.error().orElseThrow().toStruct());
    }

    /** Returns a frame with a record for each error: its one field {@code error} is the error's struct. */
    public DynamicFrame errorsAsDynamicFrame() {
        return ofRecords(errors().map(error -> DynamicRecord.of(Struct.of("error", error))), context, name + "_errors");
    }
}
