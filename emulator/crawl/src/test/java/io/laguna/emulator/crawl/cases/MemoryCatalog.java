package io.laguna.emulator.crawl.cases;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.ExistingCatalog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A database in memory, to which changes are made. */
final class MemoryCatalog implements ExistingCatalog {
    private final Map<String, Table> tables = new TreeMap<>();
    private final Map<String, Map<String, Partition>> partitions = new TreeMap<>();

    @Override
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    @Override
    public List<Partition> partitions(String table) {
        return List.copyOf(partitions.getOrDefault(table, Map.of()).values());
    }

    void drop(String table) {
        tables.remove(table);
        partitions.remove(table);
    }

    void put(TableInput input) {
        tables.put(
                input.name(),
                Table.builder()
                        .name(input.name())
                        .description(input.description())
                        .owner(input.owner())
                        .retention(input.retention())
                        .tableType(input.tableType())
                        .parameters(input.parameters())
                        .partitionKeys(input.partitionKeys())
                        .storageDescriptor(input.storageDescriptor())
                        .build());
    }

    void apply(CatalogChange change) {
        if (change instanceof CatalogChange.CreateTable create) {
            if (tables.containsKey(create.table())) {
                throw new IllegalStateException("There is a table " + create.table());
            }
            put(create.input());
        } else if (change instanceof CatalogChange.UpdateTable update) {
            put(update.after());
        } else if (change instanceof CatalogChange.DeprecateTable deprecate) {
            put(deprecate.after());
        } else if (change instanceof CatalogChange.DeleteTable delete) {
            tables.remove(delete.table());
            partitions.remove(delete.table());
        } else if (change instanceof CatalogChange.CreatePartitions create) {
            create.partitions().forEach(partition -> put(create.table(), partition, false));
        } else if (change instanceof CatalogChange.UpdatePartitions update) {
            update.partitions().forEach(partition -> put(update.table(), partition, true));
        } else if (change instanceof CatalogChange.DeletePartitions delete) {
            delete.values().forEach(values -> partitions.get(delete.table()).remove(values.toString()));
        }
    }

    private void put(String table, PartitionInput input, boolean there) {
        Map<String, Partition> all = partitions.computeIfAbsent(table, same -> new TreeMap<>());
        if (all.containsKey(input.values().toString()) != there) {
            throw new IllegalStateException("Partition " + input.values() + " of " + table);
        }
        all.put(
                input.values().toString(),
                Partition.builder()
                        .values(input.values())
                        .parameters(input.parameters())
                        .storageDescriptor(input.storageDescriptor())
                        .build());
    }
}
