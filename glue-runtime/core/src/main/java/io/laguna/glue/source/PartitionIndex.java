package io.laguna.glue.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.datasources.NoopCache$;
import org.apache.spark.sql.execution.datasources.PartitionPath;
import org.apache.spark.sql.execution.datasources.PartitionSpec;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.mutable.LinkedHashMap;

/** The files of chosen partitions, which Spark prunes further by what a query asks. */
final class PartitionIndex extends PartitioningAwareFileIndex {
    private static final long BLOCK = 128L << 20;

    private final StructType columns;
    private final List<PartitionFiles> partitions;

    PartitionIndex(SparkSession session, StructType columns, List<PartitionFiles> partitions) {
        super(session, Map$.MODULE$.empty(), Option.empty(), NoopCache$.MODULE$);
        this.columns = columns;
        this.partitions = List.copyOf(partitions);
    }

    @Override
    public PartitionSpec partitionSpec() {
        List<PartitionPath> paths = new ArrayList<>();
        for (PartitionFiles partition : partitions) {
            paths.add(new PartitionPath(row(partition), new Path(partition.location())));
        }
        return new PartitionSpec(columns, JavaConverters.asScalaBuffer(paths));
    }

    private InternalRow row(PartitionFiles partition) {
        StructField[] fields = columns.fields();
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = CatalystTypeConverters.createToCatalystConverter(fields[i].dataType())
                    .apply(partition.values().get(i));
        }
        return new GenericInternalRow(values);
    }

    @Override
    public LinkedHashMap<Path, FileStatus> leafFiles() {
        LinkedHashMap<Path, FileStatus> files = new LinkedHashMap<>();
        for (PartitionFiles partition : partitions) {
            for (FileStatus status : statuses(partition)) {
                files.put(status.getPath(), status);
            }
        }
        return files;
    }

    @Override
    public Map<Path, FileStatus[]> leafDirToChildrenFiles() {
        Map<Path, FileStatus[]> files = Map$.MODULE$.empty();
        for (PartitionFiles partition : partitions) {
            files = files.$plus(new Tuple2<>(new Path(partition.location()), statuses(partition)));
        }
        return files;
    }

    private static FileStatus[] statuses(PartitionFiles partition) {
        return partition.files().stream()
                .map(file -> new FileStatus(file.size(), false, 1, BLOCK, file.modified(), new Path(file.path())))
                .toArray(FileStatus[]::new);
    }

    @Override
    public Seq<Path> rootPaths() {
        return JavaConverters.asScalaBuffer(
                partitions.stream().map(each -> new Path(each.location())).toList());
    }

    @Override
    public void refresh() {
        // The partitions were chosen when the frame was made, and the bookmark has noted them.
    }
}
