package io.laguna.glue.source;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.storage.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.orc.OrcFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;

/** A table of Parquet or ORC files: the files' own columns, then those of partitions. */
record TypedTable(GlueContext context, CatalogTable table, TypedFiles files) {

    DynamicFrame frame(List<PartitionFiles> partitions) {
        List<SourceFile> all =
                partitions.stream().flatMap(each -> each.files().stream()).toList();
        StructType schema = schema(all);
        if (!table.isPartitioned()) {
            return files.frame(files.reader().schema(schema).load(paths(all)));
        }
        StructType partitionSchema = table.partitionSchema();
        StructType data = without(schema, partitionSchema);
        SparkSession session = context.sparkSession();
        HadoopFsRelation relation = new HadoopFsRelation(
                new PartitionIndex(session, partitionSchema, partitions),
                partitionSchema,
                data,
                Option.empty(),
                format(),
                Map$.MODULE$.empty(),
                session);
        return files.frame(session.baseRelationToDataFrame(relation));
    }

    /** Returns the files' schema. Only when the catalog knows columns that one file lacks are all of them asked. */
    private StructType schema(List<SourceFile> all) {
        StructType one = files.reader().load(all.get(all.size() - 1).path()).schema();
        Set<String> known = names(one);
        boolean whole = table.columns().stream()
                .allMatch(column -> known.contains(column.name().toLowerCase(Locale.ROOT)));
        if (whole || all.size() == 1) {
            return one;
        }
        Dataset<Row> merged = files.reader().option("mergeSchema", "true").load(paths(all));
        return merged.schema();
    }

    private FileFormat format() {
        return files.sparkName().equals("orc") ? new OrcFileFormat() : new ParquetFileFormat();
    }

    private static String[] paths(List<SourceFile> files) {
        return files.stream().map(SourceFile::path).toArray(String[]::new);
    }

    private static StructType without(StructType schema, StructType others) {
        Set<String> names = names(others);
        return new StructType(Arrays.stream(schema.fields())
                .filter(field -> !names.contains(field.name().toLowerCase(Locale.ROOT)))
                .toArray(StructField[]::new));
    }

    private static Set<String> names(StructType schema) {
        return Arrays.stream(schema.fieldNames())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
