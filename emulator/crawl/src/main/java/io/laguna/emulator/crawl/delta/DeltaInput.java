package io.laguna.emulator.crawl.delta;

import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.crawl.table.Marks;
import io.laguna.emulator.crawl.table.TableNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A table of Delta Lake as the catalog has it: read by its log, or by manifests of its files. */
final class DeltaInput {
    /** The longest text of a parameter that Hive's metastores take in one piece. */
    private static final int PIECE = 4000;

    private final CrawlRequest request;
    private final S3Path path;
    private final DeltaSnapshot snapshot;
    private final List<Column> columns;

    DeltaInput(CrawlRequest request, S3Path path, DeltaSnapshot snapshot) {
        this.request = request;
        this.path = path;
        this.snapshot = snapshot;
        this.columns = DeltaSchema.columns(snapshot.schema());
    }

    /**
     * Returns the table that is read by its log. Formats, SerDe and parameters are those that Athena gives to such a table
     * and Spark's catalog understands; AWS does not say what its crawler writes.
     */
    FoundTable ofLog() {
        Map<String, String> parameters = parameters("delta");
        parameters.put("table_type", "delta");
        parameters.put("spark.sql.sources.provider", "delta");
        parameters.put("spark.sql.partitionProvider", "catalog");
        parameters.put("delta.lastUpdateVersion", String.valueOf(snapshot.described()));
        parameters.put(
                "delta.lastCommitTimestamp",
                String.valueOf(snapshot.describedAt().toEpochMilli()));
        schema(parameters);
        StorageDescriptor storage = storage(path.location(), parameters)
                .inputFormat("org.apache.hadoop.mapred.SequenceFileInputFormat")
                .outputFormat("org.apache.hadoop.hive.ql.io.HiveSequenceFileOutputFormat")
                .serdeInfo(SerDeInfo.builder()
                        .serializationLibrary("org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe")
                        .parameters(Map.of("path", path.location(), "serialization.format", "1"))
                        .build())
                .build();
        return new FoundTable(table(storage, parameters), List.of(), FoundTable.Kind.DELTA);
    }

    /** Returns the table whose files are in manifests, and its partitions. */
    FoundTable ofManifests(Manifests manifests) {
        Map<String, String> parameters = parameters("parquet");
        List<PartitionInput> partitions = snapshot.partitionColumns().isEmpty()
                ? List.of()
                : manifests.partitions().entrySet().stream()
                        .map(partition -> PartitionInput.builder()
                                .values(partition.getKey())
                                .parameters(parameters)
                                .storageDescriptor(manifest(partition.getValue(), parameters))
                                .build())
                        .toList();
        return new FoundTable(
                table(manifest(manifests.location(), parameters), parameters), partitions, FoundTable.Kind.DELTA);
    }

    private StorageDescriptor manifest(String location, Map<String, String> parameters) {
        return storage(location, parameters)
                .inputFormat("org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat")
                .outputFormat("org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat")
                .serdeInfo(SerDeInfo.builder()
                        .serializationLibrary("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe")
                        .parameters(Map.of("serialization.format", "1"))
                        .build())
                .build();
    }

    private TableInput table(StorageDescriptor storage, Map<String, String> parameters) {
        String folder = path.prefix().isEmpty()
                ? path.bucket()
                : path.prefix().substring(0, path.prefix().length() - 1);
        return TableInput.builder()
                .name(TableNames.of(request.tablePrefix(), folder.substring(folder.lastIndexOf('/') + 1)))
                .owner("owner")
                .retention(0)
                .tableType("EXTERNAL_TABLE")
                .parameters(parameters)
                .partitionKeys(snapshot.partitionColumns().stream()
                        .map(name -> key(name.toLowerCase(Locale.ROOT)))
                        .toList())
                .storageDescriptor(storage)
                .build();
    }

    private Column key(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseGet(() -> Column.builder().name(name).type("string").build());
    }

    private StorageDescriptor.Builder storage(String location, Map<String, String> parameters) {
        List<String> keys = snapshot.partitionColumns().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return StorageDescriptor.builder()
                .location(location)
                .columns(columns.stream()
                        .filter(column -> !keys.contains(column.name()))
                        .toList())
                .compressed(false)
                .numberOfBuckets(-1)
                .bucketColumns(List.of())
                .sortColumns(List.of())
                .storedAsSubDirectories(false)
                .parameters(parameters);
    }

    private Map<String, String> parameters(String classification) {
        Map<String, String> parameters = Marks.of(request.crawler(), request.crawlId());
        parameters.put("classification", classification);
        parameters.put("compressionType", "none");
        parameters.put("typeOfData", "file");
        return parameters;
    }

    /** Adds the schema as Spark keeps it of its own tables: in pieces, and with the partition columns by number. */
    private void schema(Map<String, String> parameters) {
        String schema = snapshot.schema();
        int pieces = (schema.length() + PIECE - 1) / PIECE;
        parameters.put("spark.sql.sources.schema.numParts", String.valueOf(pieces));
        for (int i = 0; i < pieces; i++) {
            parameters.put(
                    "spark.sql.sources.schema.part." + i,
                    schema.substring(i * PIECE, Math.min(schema.length(), (i + 1) * PIECE)));
        }
        List<String> keys = snapshot.partitionColumns();
        if (!keys.isEmpty()) {
            parameters.put("spark.sql.sources.schema.numPartCols", String.valueOf(keys.size()));
        }
        for (int i = 0; i < keys.size(); i++) {
            parameters.put("spark.sql.sources.schema.partCol." + i, keys.get(i));
        }
    }
}
