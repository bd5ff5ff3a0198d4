package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.redshift.sql.statement.Storage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * A table as CREATE EXTERNAL TABLE writes it into the Data Catalog.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_TABLE.html">CREATE EXTERNAL TABLE</a>
 */
record ExternalTableInput(String name, List<ExternalColumn> columns, List<ExternalColumn> keys, Storage storage) {
    private static final String LAZY_SIMPLE = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";
    /** Hive's names of delimiters; that of collections is misspelt (HIVE-16922). */
    private static final Map<String, String> DELIMITERS = Map.of(
            "fields terminated by", "field.delim",
            "lines terminated by", "line.delim",
            "collection terminated by", "colelction.delim",
            "map terminated by", "mapkey.delim",
            "escaped by", "escape.delim",
            "null defined as", "serialization.null.format");

    TableInput input() {
        Map<String, String> parameters = new HashMap<>(storage.properties());
        parameters.put("EXTERNAL", "TRUE");
        parameters.put("transient_lastDdlTime", Long.toString(Instant.now().getEpochSecond()));
        return TableInput.builder()
                .name(name)
                .owner("hadoop")
                .retention(0)
                .tableType("EXTERNAL_TABLE")
                .storageDescriptor(descriptor())
                .partitionKeys(glue(keys))
                .parameters(parameters)
                .build();
    }

    private StorageDescriptor descriptor() {
        StoredAs format = StoredAs.of(storage.storedAs());
        return StorageDescriptor.builder()
                .columns(glue(columns))
                .location(storage.location())
                .inputFormat(format.input())
                .outputFormat(format.output())
                .compressed(false)
                .numberOfBuckets(-1)
                .bucketColumns(List.of())
                .sortColumns(List.of())
                .serdeInfo(serde(format))
                .parameters(Map.of())
                .storedAsSubDirectories(false)
                .build();
    }

    private SerDeInfo serde(StoredAs format) {
        Optional<String> named = storage.rowFormat().filter(each -> !each.equals("delimited"));
        Map<String, String> parameters = new HashMap<>();
        storage.rowProperties().forEach((name, value) -> parameters.put(DELIMITERS.getOrDefault(name, name), value));
        parameters.putIfAbsent("serialization.format", parameters.getOrDefault("field.delim", "1"));
        return SerDeInfo.builder()
                .serializationLibrary(named.or(format::serde).orElse(LAZY_SIMPLE))
                .parameters(parameters)
                .build();
    }

    private static List<Column> glue(List<ExternalColumn> columns) {
        return columns.stream()
                .map(column -> Column.builder()
                        .name(column.name())
                        .type(column.type().text())
                        .build())
                .toList();
    }
}
