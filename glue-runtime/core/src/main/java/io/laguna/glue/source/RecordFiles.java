package io.laguna.glue.source;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.format.RecordFormat;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.SchemaJson;
import io.laguna.glue.schema.SchemaOf;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Files that are read as records that describe themselves.
 *
 * @param connection what is said of the files: {@code compressionType}, {@code groupFiles}, {@code groupSize}
 * @param options what is said of the format
 */
record RecordFiles(GlueContext context, RecordFormat format, Options connection, Options options) {

    DynamicFrame frame(List<InputFile> files) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(context.sparkSession().sparkContext());
        Configuration configuration = spark.hadoopConfiguration();
        String compression = connection.text("compressionType", "");
        List<List<FileSlice>> groups = plan(files, spark.defaultParallelism())
                .groups(
                        files,
                        file -> format.splittable()
                                && FileSlice.codec(configuration, file.file().path(), compression)
                                        .isEmpty());
        Attached attached = new Attached(options.text("attachFilename", ""), options.text("attachTimestamp", ""));
        Broadcast<SerializableConfiguration> shared = spark.broadcast(new SerializableConfiguration(configuration));
        RecordFormat read = format;
        JavaRDD<DynamicRecord> records = groups.isEmpty()
                ? spark.emptyRDD()
                // What is in an RDD must be of no record class: Kryo cannot write those. A closure may hold them.
                : spark.parallelize(IntStream.range(0, groups.size()).boxed().toList(), groups.size())
                        .flatMap(group -> groups.get(group).iterator())
                        .flatMap(slice -> records(slice, read, shared.value().value(), compression, attached));
        Optional<String> schema = options.text("withSchema");
        return schema.isPresent()
                ? DynamicFrame.ofRecords(records, (GlueType.StructType) SchemaJson.parse(schema.get()), context, "")
                : DynamicFrame.ofRecords(records, () -> partitionsLast(records, files), context, "");
    }

    private static GlueType.StructType partitionsLast(JavaRDD<DynamicRecord> records, List<InputFile> files) {
        Map<String, GlueType> fields =
                new LinkedHashMap<>(SchemaOf.records(records).fields());
        Set<String> last = files.isEmpty() ? Set.of() : files.get(0).partition().names();
        for (String name : last) {
            Optional.ofNullable(fields.remove(name)).ifPresent(type -> fields.put(name, type));
        }
        return new GlueType.StructType(fields);
    }

    private FilePlan plan(List<InputFile> files, int tasks) {
        Optional<Long> groupSize = connection.number("groupSize");
        boolean grouped =
                connection.text("groupFiles", "").toLowerCase(Locale.ROOT).equals("inpartition");
        if (grouped && groupSize.isPresent()) {
            return new FilePlan(groupSize.get());
        }
        return FilePlan.of(files, tasks);
    }

    /** Names of columns that tell where a record is from, empty for none. */
    private record Attached(String fileName, String timestamp) implements Serializable {
        void to(Struct fields, FileSlice slice) {
            if (!fileName.isEmpty()) {
                fields.put(fileName, slice.input().file().path());
            }
            if (!timestamp.isEmpty()) {
                fields.put(timestamp, new Timestamp(slice.input().file().modified()));
            }
        }
    }

    private static Iterator<DynamicRecord> records(
            FileSlice slice, RecordFormat format, Configuration configuration, String compression, Attached attached) {
        Iterator<DynamicRecord> records;
        try {
            records = format.read(slice.bytes(configuration, compression));
            closeWithTask(records);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public DynamicRecord next() {
                DynamicRecord record = records.next();
                if (!record.isError()) {
                    attached.to(record.fields(), slice);
                    for (Map.Entry<String, Object> value :
                            slice.input().partition().fields()) {
                        record.fields().remove(value.getKey());
                        record.fields().put(value.getKey(), value.getValue());
                    }
                }
                return record;
            }
        };
    }

    /** A task that wants no more records does not read the file to its end. */
    private static void closeWithTask(Iterator<DynamicRecord> records) {
        if (records instanceof Closeable open && TaskContext.get() != null) {
            TaskContext.get().addTaskCompletionListener((TaskContext task) -> {
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Returns the frame of a source in which nothing is: it has no columns. */
    static DynamicFrame none(GlueContext context) {
        return DynamicFrame.ofRecords(
                JavaSparkContext.fromSparkContext(context.sparkSession().sparkContext())
                        .parallelize(Collections.<DynamicRecord>emptyList(), 1),
                context,
                "");
    }
}
