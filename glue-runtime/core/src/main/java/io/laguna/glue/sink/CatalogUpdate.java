package io.laguna.glue.sink;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.DataCatalog;
import io.laguna.glue.format.Options;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.SparkTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * What a sink does to the catalog after it has written: a table that is missing is made, columns that are new come last,
 * and partitions that are new are added.
 *
 * @param path where the files are
 * @param newColumns whether columns are added to a table, which {@code updateBehavior} {@code LOG} forbids
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/update-from-job.html">Creating tables, updating the schema, and
 *     adding new partitions in the Data Catalog from AWS Glue ETL jobs</a>
 */
record CatalogUpdate(
        DataCatalog catalog,
        String database,
        String tableName,
        String path,
        String format,
        Options formatOptions,
        boolean newColumns) {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogUpdate.class);

    void apply(GlueType.StructType schema, List<String> keys, Set<List<String>> partitions) {
        Optional<CatalogTable> found = catalog.find(database, tableName);
        if (found.isEmpty()) {
            create(schema, keys);
        } else if (newColumns) {
            extend(found.get(), schema, keys);
        }
        if (!keys.isEmpty()) {
            CatalogTable table = catalog.table(database, tableName);
            List<PartitionInput> inputs = partitions.stream()
                    .map(values -> partition(table, keys, values))
                    .toList();
            catalog.add(table, inputs);
            LOG.info("{}.{}: {} partitions written", database, tableName, inputs.size());
        }
    }

    private void create(GlueType.StructType schema, List<String> keys) {
        List<Column> columns = new ArrayList<>();
        Map<String, Column> partitionKeys = new LinkedHashMap<>();
        keys.forEach(key -> partitionKeys.put(key, column(key, GlueType.Atomic.STRING)));
        schema.fields().forEach((name, type) -> {
            if (partitionKeys.containsKey(name)) {
                partitionKeys.put(name, column(name, type));
            } else {
                columns.add(column(name, type));
            }
        });
        TableFormat tableFormat = TableFormat.of(format, formatOptions);
        if (format.equals("avro")) {
            tableFormat = tableFormat.with(
                    AvroTableSchema.PARAMETER, AvroTableSchema.of(schema.without(keys), formatOptions));
        }
        TableInput input = TableInput.builder()
                .name(tableName)
                .tableType("EXTERNAL_TABLE")
                .parameters(tableFormat.parameters())
                .partitionKeys(List.copyOf(partitionKeys.values()))
                .storageDescriptor(tableFormat.storage(columns, path))
                .build();
        catalog.create(database, input);
        LOG.info("{}.{}: table made", database, tableName);
    }

    private void extend(CatalogTable table, GlueType.StructType schema, List<String> keys) {
        Set<String> known = Stream.concat(table.columns().stream(), table.partitionKeys().stream())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Column> columns = new ArrayList<>(table.columns());
        schema.fields().forEach((name, type) -> {
            if (!keys.contains(name) && known.add(name.toLowerCase(Locale.ROOT))) {
                columns.add(column(name, type));
            }
        });
        int added = columns.size() - table.columns().size();
        if (added > 0) {
            catalog.update(database, extended(table, columns, schema.without(keys)));
            LOG.info("{}.{}: {} new columns", database, tableName, added);
        }
    }

    private TableInput extended(CatalogTable table, List<Column> columns, GlueType.StructType schema) {
        TableInput input = table.input(columns);
        Optional<String> avro = table.parameter(AvroTableSchema.PARAMETER);
        if (avro.isEmpty()) {
            return input;
        }
        StorageDescriptor storage = input.storageDescriptor();
        Map<String, String> parameters = new LinkedHashMap<>(storage.serdeInfo().parameters());
        parameters.put(AvroTableSchema.PARAMETER, AvroTableSchema.extended(avro.get(), schema, formatOptions));
        return input.copy(copy -> copy.storageDescriptor(
                storage.copy(with -> with.serdeInfo(storage.serdeInfo().copy(serde -> serde.parameters(parameters))))));
    }

    private static Column column(String name, GlueType type) {
        String hive = type.isUnknown() || type instanceof GlueType.ChoiceType
                ? "string"
                : SparkTypes.of(type).catalogString();
        return Column.builder().name(name.toLowerCase(Locale.ROOT)).type(hive).build();
    }

    private PartitionInput partition(CatalogTable table, List<String> keys, List<String> values) {
        StorageDescriptor storage = table.table()
                .storageDescriptor()
                .copy(copy -> copy.location(new PartitionFolder(keys, values).below(path) + "/"));
        return PartitionInput.builder()
                .values(values)
                .storageDescriptor(storage)
                .build();
    }
}
