package io.laguna.emulator.athena.catalog;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.Column;
import software.amazon.awssdk.services.athena.model.Database;
import software.amazon.awssdk.services.athena.model.TableMetadata;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * The databases and tables of Glue as Athena shows them: storage is among the parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/datastores-hive-cli.html">Examples of them</a>
 */
final class MetadataShapes {
    private MetadataShapes() {}

    static Database of(software.amazon.awssdk.services.glue.model.Database database) {
        Database.Builder shape = Database.builder().name(database.name()).description(database.description());
        return database.hasParameters()
                ? shape.parameters(database.parameters()).build()
                : shape.build();
    }

    static TableMetadata of(Table table) {
        StorageDescriptor storage = Optional.ofNullable(table.storageDescriptor())
                .orElse(StorageDescriptor.builder().build());
        return TableMetadata.builder()
                .name(table.name())
                .createTime(table.createTime())
                .lastAccessTime(Optional.ofNullable(table.lastAccessTime()).orElse(Instant.EPOCH))
                .tableType(table.tableType())
                .columns(columns(CatalogTable.current(storage.columns())))
                .partitionKeys(columns(table.partitionKeys()))
                .parameters(parameters(table.parameters(), storage))
                .build();
    }

    private static List<Column> columns(List<software.amazon.awssdk.services.glue.model.Column> columns) {
        return columns.stream()
                .map(column -> Column.builder()
                        .name(column.name())
                        .type(column.type())
                        .comment(column.comment())
                        .build())
                .toList();
    }

    private static Map<String, String> parameters(Map<String, String> own, StorageDescriptor storage) {
        Map<String, String> parameters = new HashMap<>(own);
        put(parameters, "inputformat", storage.inputFormat());
        put(parameters, "outputformat", storage.outputFormat());
        put(parameters, "location", storage.location());
        Optional.ofNullable(storage.serdeInfo())
                .ifPresent(serde -> put(parameters, "serde.serialization.lib", serde.serializationLibrary()));
        Optional.ofNullable(storage.serdeInfo())
                .map(SerDeInfo::parameters)
                .ifPresent(serde -> serde.forEach((key, value) -> parameters.put("serde.param." + key, value)));
        return parameters;
    }

    private static void put(Map<String, String> parameters, String key, String value) {
        Optional.ofNullable(value).ifPresent(given -> parameters.put(key, given));
    }
}
