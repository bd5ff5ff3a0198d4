package io.laguna.glue.sink;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.format.RecordOutput;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.StructType;
import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Files in S3 or in a folder, beside those that are there. No file is written of no records.
 *
 * @param options what is said of the path: {@code partitionKeys}, {@code compression}
 * @param update what becomes of the catalog's table, when the job asks for it
 */
record FileSink(
        GlueContext context,
        String path,
        String format,
        Options options,
        Options formatOptions,
        Optional<CatalogUpdate> update)
        implements Sink {
    private static final Set<String> KNOWN =
            Set.of("path", "partitionKeys", "compression", "enableUpdateCatalog", "updateBehavior", "format");
    private static final Set<String> KNOWN_OF_FORMATS =
            Set.of("separator", "quoteChar", "writeHeader", "strictCheckForQuoting", "version");

    @Override
    public void write(DynamicFrame frame) throws IOException {
        options.logOthers("an s3 sink", KNOWN);
        frame.assertErrorThreshold();
        List<List<String>> partitions =
                switch (format) {
                    case "glueparquet" -> blocks(frame);
                    case "parquet" -> formatOptions.flag("useGlueParquetWriter") || update.isPresent()
                            ? blocks(frame)
                            : bySpark(frame);
                    case "orc" -> bySpark(frame);
                    default -> records(frame);
                };
        if (update.isPresent() && !frame.schema().fields().isEmpty()) {
            update.get().apply(frame.schema(), keys(), new LinkedHashSet<>(partitions));
        }
    }

    private List<String> keys() {
        return options.texts("partitionKeys");
    }

    private List<List<String>> blocks(DynamicFrame frame) throws IOException {
        if (frame.schema().fields().isEmpty()) {
            return List.of();
        }
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.text("compression").ifPresent(codec -> texts.put("compression", codec));
        formatOptions.values().forEach((name, value) -> texts.put(name, value.toString()));
        return new BlockWriting(path, System.currentTimeMillis(), keys()).write(frame.toDF(), texts);
    }

    private List<List<String>> bySpark(DynamicFrame frame) {
        if (update.isPresent()) {
            throw new UnsupportedOperationException(
                    "The catalog is updated from json, csv, avro and parquet, not from " + format);
        }
        if (frame.schema().fields().isEmpty()) {
            return List.of();
        }
        DataFrameWriter<Row> writer =
                frame.toDF().write().format(format).mode(SaveMode.Append).partitionBy(keys().toArray(String[]::new));
        formatOptions.values().forEach((name, value) -> writer.option(name, value.toString()));
        options.text("compression").ifPresent(codec -> writer.option("compression", codec));
        writer.save(path);
        return List.of();
    }

    private List<List<String>> records(DynamicFrame frame) {
        formatOptions.logOthers("the format " + format, KNOWN_OF_FORMATS);
        StructType columns = RecordOutput.needsSchema(format) ? frame.schema().without(keys()) : StructType.EMPTY;
        if (RecordOutput.needsSchema(format) && columns.fields().isEmpty()) {
            return List.of();
        }
        ZoneId zone = ZoneId.of(context.sparkSession().sessionState().conf().sessionLocalTimeZone());
        RecordWriting task = new RecordWriting(
                path,
                System.currentTimeMillis(),
                keys(),
                RecordOutput.named(format, formatOptions, columns, zone),
                WholeFileCodec.named(options.text("compression", "")),
                zone.getId());
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(context.sparkSession().sparkContext());
        Broadcast<SerializableConfiguration> shared =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        JavaRDD<Struct> structs = frame.structs();
        return structs.mapPartitionsWithIndex(
                        (number, each) ->
                                task.write(number, each, shared.value().value()).iterator(),
                        false)
                .collect();
    }
}
