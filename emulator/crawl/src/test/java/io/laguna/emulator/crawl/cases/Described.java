package io.laguna.emulator.crawl.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/** A table in the lines that cases are written in. */
final class Described {
    private Described() {}

    /**
     * Returns a line for the table, one for its columns, keys and each partition; a partition's columns are told when they
     * are not the table's.
     */
    static List<String> lines(Table table, List<Partition> partitions) {
        StorageDescriptor storage = table.storageDescriptor();
        List<String> lines = new ArrayList<>();
        lines.add("table " + table.name() + " " + storage.location() + " "
                + table.parameters().get("classification") + " "
                + table.parameters().get("compressionType"));
        lines.add("columns " + columns(storage));
        if (!table.partitionKeys().isEmpty()) {
            lines.add("keys " + columns(table.partitionKeys()));
        }
        for (Partition partition : partitions) {
            String own = columns(partition.storageDescriptor());
            lines.add("partition " + partition.values() + " "
                    + partition.storageDescriptor().location()
                    + (own.equals(columns(storage)) ? "" : " : " + own));
        }
        return lines.stream().map(String::strip).toList();
    }

    private static String columns(StorageDescriptor storage) {
        return columns(storage.columns());
    }

    private static String columns(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining("; "));
    }
}
