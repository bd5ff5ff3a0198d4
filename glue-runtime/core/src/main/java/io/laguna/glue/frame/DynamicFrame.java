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
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
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
    private final Supplier<StructType> schemaSource;
    private Optional<StructType> schema = Optional.empty();

    private DynamicFrame(
            Content content,
            Supplier<StructType> schemaSource,
            GlueContext context,
            String name,
            Stage stage,
            List<DynamicFrame> inputs) {
        this.content = content;
        this.schemaSource = schemaSource;
        this.context = context;
        this.name = name;
        this.stage = stage;
        this.inputs = List.copyOf(inputs);
    }

    /** Returns a frame of records, whose schema is found when it is asked for. */
    public static DynamicFrame ofRecords(JavaRDD<DynamicRecord> records, GlueContext context, String name) {
        return new DynamicFrame(
                new Content.Records(records), () -> SchemaOf.records(records), context, name, Stage.PLAIN, List.of());
    }

    /** Returns a frame of records whose schema is found in a way of its own when it is asked for. */
    public static DynamicFrame ofRecords(
            JavaRDD<DynamicRecord> records, Supplier<StructType> schema, GlueContext context, String name) {
        return new DynamicFrame(new Content.Records(records), schema, context, name, Stage.PLAIN, List.of());
    }

    /** Returns a frame of records whose schema is known. */
    public static DynamicFrame ofRecords(
            JavaRDD<DynamicRecord> records, StructType schema, GlueContext context, String name) {
        DynamicFrame frame =
                new DynamicFrame(new Content.Records(records), () -> schema, context, name, Stage.PLAIN, List.of());
        frame.schema = Optional.of(schema);
        return frame;
    }

    /** Returns a frame of the rows of a DataFrame. */
    public static DynamicFrame ofDataFrame(Dataset<Row> rows, GlueContext context, String name) {
        return new DynamicFrame(
                new Content.Typed(rows), () -> SparkTypes.struct(rows.schema()), context, name, Stage.PLAIN, List.of());
    }

    /** Returns what a step makes of frames when it makes rows of them. */
    public static DynamicFrame ofStep(Dataset<Row> rows, Stage step, DynamicFrame... inputs) {
        return new DynamicFrame(
                new Content.Typed(rows),
                () -> SparkTypes.struct(rows.schema()),
                inputs[0].context,
                inputs[0].name,
                step,
                List.of(inputs));
    }

    /** Returns what a step makes of frames when only a pass tells the schema. */
    public static DynamicFrame ofStep(JavaRDD<DynamicRecord> records, Stage step, DynamicFrame... inputs) {
        return ofStep(records, () -> SchemaOf.records(records), step, inputs);
    }

    /** Returns what a step makes of frames when the schema follows from theirs. */
    public static DynamicFrame ofStep(
            JavaRDD<DynamicRecord> records, Supplier<StructType> schema, Stage step, DynamicFrame... inputs) {
        return new DynamicFrame(
                new Content.Records(records), schema, inputs[0].context, inputs[0].name, step, List.of(inputs));
    }

    public DynamicFrame withName(String newName) {
        return with(newName, stage);
    }

    /** Returns the same records as a step of this description. */
    public DynamicFrame withStage(Stage step) {
        return with(name, step);
    }

    private synchronized DynamicFrame with(String newName, Stage step) {
        DynamicFrame other = new DynamicFrame(content, this::schema, context, newName, step, inputs);
        other.schema = schema;
        return other;
    }

    /** Returns the same records under a schema that the caller vouches for, so that no pass is made to find it. */
    public DynamicFrame withSchema(StructType known) {
        DynamicFrame other =
                new DynamicFrame(new Content.Records(records()), () -> known, context, name, stage, inputs);
        other.schema = Optional.of(known);
        return other;
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
            schema = Optional.of(schemaSource.get());
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
        return errors().count();
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

    private void check(String which, long threshold, LongSupplier count) {
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

    /** Returns the errors as structs, in the shape of {@code errorsAsDynamicFrame}: for rows, those of the steps before. */
    public JavaRDD<Struct> errors() {
        if (content instanceof Content.Records records) {
            return records.records()
                    .filter(DynamicRecord::isError)
                    .map(record -> record.error().orElseThrow().toStruct());
        }
        JavaRDD<Struct> errors = JavaSparkContext.fromSparkContext(
                        context.sparkSession().sparkContext())
                .emptyRDD();
        for (DynamicFrame input : inputs) {
            errors = errors.union(input.errors());
        }
        return errors;
    }

    /** Returns a frame with a record for each error: its one field {@code error} is the error's struct. */
    public DynamicFrame errorsAsDynamicFrame() {
        return ofRecords(errors().map(error -> DynamicRecord.of(Struct.of("error", error))), context, name + "_errors");
    }
}
