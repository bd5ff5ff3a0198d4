package io.laguna.emulator.athena.ddl.text;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/**
 * The details that DESCRIBE EXTENDED shows besides the columns: the definition as Thrift's classes print themselves.
 */
public record ThriftText(CatalogTable table, Optional<Partition> partition) {
    public List<String> rows() {
        return List.of(
                Padded.EMPTY_ROW,
                partition
                        .map(one -> "Detailed Partition Information\t" + text(one) + "\t")
                        .orElseGet(() -> "Detailed Table Information\t" + text() + "\t"));
    }

    private String text() {
        return "Table(tableName:%s, dbName:%s, owner:%s, createTime:%d, lastAccessTime:0, retention:0, sd:%s,"
                        .formatted(
                                table.name(),
                                table.glue().databaseName(),
                                table.glue().owner(),
                                seconds(Optional.ofNullable(table.glue().createTime())),
                                storage(table.storage()))
                + " partitionKeys:%s, parameters:%s, viewOriginalText:%s, viewExpandedText:%s, tableType:%s)"
                        .formatted(
                                columns(table.partitionKeys()),
                                new TreeMap<>(table.glue().parameters()),
                                table.glue().viewOriginalText(),
                                table.glue().viewExpandedText(),
                                table.glue().tableType());
    }

    private String text(Partition one) {
        return "Partition(values:%s, dbName:%s, tableName:%s, createTime:%d, lastAccessTime:0, sd:%s, parameters:%s)"
                .formatted(
                        one.values(),
                        one.databaseName(),
                        table.name(),
                        seconds(Optional.ofNullable(one.creationTime())),
                        storage(one.storageDescriptor()),
                        new TreeMap<>(one.parameters()));
    }

    private String storage(StorageDescriptor storage) {
        return "StorageDescriptor(cols:%s, location:%s, inputFormat:%s, outputFormat:%s, compressed:%s, numBuckets:%d,"
                        .formatted(
                                columns(storage.columns()),
                                storage.location(),
                                storage.inputFormat(),
                                storage.outputFormat(),
                                storage.compressed(),
                                storage.numberOfBuckets())
                + " serdeInfo:SerDeInfo(name:null, serializationLib:%s, parameters:%s), bucketCols:%s, sortCols:%s,"
                        .formatted(
                                table.serde(),
                                new TreeMap<>(table.serdeParameters()),
                                storage.bucketColumns(),
                                storage.sortColumns().stream()
                                        .map(order ->
                                                "Order(col:" + order.column() + ", order:" + order.sortOrder() + ")")
                                        .toList())
                + " parameters:%s, storedAsSubDirectories:%s)"
                        .formatted(new TreeMap<>(storage.parameters()), storage.storedAsSubDirectories());
    }

    private static String columns(List<Column> columns) {
        return columns.stream()
                .map(column -> "FieldSchema(name:%s, type:%s, comment:%s)"
                        .formatted(column.name(), column.type(), column.comment()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static long seconds(Optional<Instant> time) {
        return time.map(Instant::getEpochSecond).orElse(0L);
    }
}
