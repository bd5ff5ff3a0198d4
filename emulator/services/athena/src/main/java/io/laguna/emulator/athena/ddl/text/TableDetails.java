package io.laguna.emulator.athena.ddl.text;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.glue.model.Order;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/** The details that DESCRIBE FORMATTED shows besides the columns. */
public record TableDetails(CatalogTable table, Optional<Partition> partition) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public List<String> rows() {
        List<String> rows = new ArrayList<>(List.of(Padded.EMPTY_ROW));
        rows.addAll(partition.map(this::ofPartition).orElseGet(this::ofTable));
        rows.add(Padded.EMPTY_ROW);
        rows.addAll(storage(partition.map(Partition::storageDescriptor).orElseGet(table::storage)));
        return rows;
    }

    private List<String> ofTable() {
        List<String> rows = new ArrayList<>(List.of(
                Padded.heading("# Detailed Table Information"),
                Padded.property("Database:", table.glue().databaseName()),
                Padded.property(
                        "Owner:", Optional.ofNullable(table.glue().owner()).orElse("")),
                Padded.property(
                        "CreateTime:", time(Optional.ofNullable(table.glue().createTime()))),
                Padded.property("LastAccessTime:", "UNKNOWN"),
                Padded.property("Protect Mode:", "None"),
                Padded.property("Retention:", "0"),
                Padded.property("Location:", table.location()),
                Padded.property("Table Type:", table.glue().tableType()),
                Padded.heading("Table Parameters:")));
        rows.addAll(parameters(table.glue().parameters()));
        return rows;
    }

    private List<String> ofPartition(Partition one) {
        List<String> rows = new ArrayList<>(List.of(
                Padded.heading("# Detailed Partition Information"),
                Padded.property("Partition Value:", one.values().toString()),
                Padded.property("Database:", one.databaseName()),
                Padded.property("Table:", table.name()),
                Padded.property("CreateTime:", time(Optional.ofNullable(one.creationTime()))),
                Padded.property("LastAccessTime:", "UNKNOWN"),
                Padded.property("Protect Mode:", "None"),
                Padded.property(
                        "Location:",
                        Optional.ofNullable(one.storageDescriptor().location()).orElse("")),
                Padded.heading("Partition Parameters:")));
        rows.addAll(parameters(one.parameters()));
        return rows;
    }

    private static List<String> storage(StorageDescriptor storage) {
        List<String> rows = new ArrayList<>(List.of(
                Padded.heading("# Storage Information"),
                Padded.property(
                        "SerDe Library:",
                        Optional.ofNullable(storage.serdeInfo())
                                .map(serde -> serde.serializationLibrary())
                                .orElse("")),
                Padded.property(
                        "InputFormat:",
                        Optional.ofNullable(storage.inputFormat()).orElse("")),
                Padded.property(
                        "OutputFormat:",
                        Optional.ofNullable(storage.outputFormat()).orElse("")),
                Padded.property("Compressed:", Boolean.TRUE.equals(storage.compressed()) ? "Yes" : "No"),
                Padded.property(
                        "Num Buckets:",
                        Optional.ofNullable(storage.numberOfBuckets())
                                .orElse(-1)
                                .toString()),
                Padded.property("Bucket Columns:", storage.bucketColumns().toString()),
                Padded.property(
                        "Sort Columns:",
                        storage.sortColumns().stream()
                                .map(TableDetails::order)
                                .toList()
                                .toString()),
                Padded.heading("Storage Desc Params:")));
        rows.addAll(parameters(Optional.ofNullable(storage.serdeInfo())
                .map(serde -> serde.parameters())
                .orElse(Map.of())));
        return rows;
    }

    private static String order(Order order) {
        return "Order(col:" + order.column() + ", order:" + order.sortOrder() + ")";
    }

    private static List<String> parameters(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> "\t" + Padded.row(parameter.getKey(), parameter.getValue()))
                        .flatMap(String::lines)
                        .toList();
    }

    private static String time(Optional<Instant> time) {
        return time.map(TIME::format).orElse("UNKNOWN");
    }
}
