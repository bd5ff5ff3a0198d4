package io.laguna.glue.sink;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.collection.immutable.Map$;

/** The writing of Parquet files by the names of Glue's own writer. Columns of null type are left out. */
record BlockWriting(String root, long run, List<String> keys) implements Serializable {

    /** Writes the rows, and returns the partitions that they are in. */
    List<List<String>> write(Dataset<Row> rows, Map<String, String> options) throws IOException {
        SparkSession session = rows.sparkSession();
        StructType data = new StructType(Arrays.stream(rows.schema().fields())
                .filter(field -> !keys.contains(field.name()))
                .filter(field -> !field.dataType().equals(DataTypes.NullType))
                .toArray(StructField[]::new));
        List<Column> columns = new ArrayList<>();
        for (StructField field : data.fields()) {
            columns.add(column(rows, field.name()));
        }
        List<Column> parts = new ArrayList<>();
        parts.add(functions.struct(columns.toArray(Column[]::new)));
        keys.forEach(key -> parts.add(column(rows, key).cast(DataTypes.StringType)));
        Job job = Job.getInstance(session.sessionState().newHadoopConf());
        size(job, options, "blockSize", "parquet.block.size");
        size(job, options, "pageSize", "parquet.page.size");
        scala.collection.immutable.Map<String, String> parquet = Map$.MODULE$.empty();
        parquet = parquet.$plus(new scala.Tuple2<>("compression", options.getOrDefault("compression", "snappy")));
        OutputWriterFactory factory = new ParquetFileFormat().prepareWrite(session, job, parquet, data);
        Broadcast<SerializableConfiguration> configuration =
                org.apache.spark.api.java.JavaSparkContext.fromSparkContext(session.sparkContext())
                        .broadcast(new SerializableConfiguration(job.getConfiguration()));
        int fields = data.length();
        return rows.select(parts.toArray(Column[]::new))
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsWithIndex(
                        (task, each) -> write(
                                        task,
                                        each,
                                        factory,
                                        data,
                                        fields,
                                        configuration.value().value())
                                .iterator(),
                        false)
                .collect();
    }

    private static Column column(Dataset<Row> rows, String name) {
        return rows.col("`" + name.replace("`", "``") + "`");
    }

    private static void size(Job job, Map<String, String> options, String name, String property) {
        if (options.containsKey(name)) {
            job.getConfiguration().set(property, options.get(name));
        }
    }

    private record Open(OutputWriter writer) implements Closeable {
        @Override
        public void close() {
            writer.close();
        }
    }

    private List<List<String>> write(
            int task,
            Iterator<InternalRow> rows,
            OutputWriterFactory factory,
            StructType data,
            int fields,
            Configuration configuration) {
        TaskAttemptContextImpl context = new TaskAttemptContextImpl(configuration, new TaskAttemptID());
        // AWS writes the codec behind a dash.
        String ending = factory.getFileExtension(context).replaceFirst("^\\.(\\w+)\\.parquet$", "-$1.parquet");
        String name = String.format("run-%d-part-block-0-0-r-%05d%s", run, task, ending);
        OpenFiles<Open> files = new OpenFiles<>(values -> new Open(factory.newInstance(
                new Path(new PartitionFolder(keys, values).below(root), name).toString(), data, context)));
        try {
            while (rows.hasNext()) {
                InternalRow row = rows.next();
                List<String> values = new ArrayList<>(keys.size());
                for (int i = 0; i < keys.size(); i++) {
                    String text =
                            row.isNullAt(i + 1) ? "" : row.getUTF8String(i + 1).toString();
                    values.add(text.isEmpty() ? PartitionFolder.DEFAULT : text);
                }
                files.of(values).writer().write(row.getStruct(0, fields));
            }
            return files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
