package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.StorageDescriptor;
import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/** The translation of partitions between Glue and Hive. */
public final class PartitionView {
    private PartitionView() {}

    /**
     * Returns the definition in a form that Hive, and Spark through it, can use. Members of the storage that the
     * partition does not give are the table's. A partition without a location that Hive knows gets the usual one, below
     * the table's.
     */
    public static Partition toHive(Table table, PartitionInput input) {
        Partition partition = new Partition();
        partition.setDbName(table.getDbName());
        partition.setTableName(table.getTableName());
        partition.setValues(new ArrayList<>(input.values()));
        partition.setLastAccessTime(TableView.seconds(input.lastAccessTime()));
        partition.setParameters(StorageView.withoutNulls(input.parameters()));
        partition.setSd(Optional.ofNullable(input.storageDescriptor())
                .map(storage -> StorageView.toHive(withColumns(storage, table)))
                .map(storage -> completed(storage, table.getSd()))
                .orElseGet(() -> withoutLocation(table.getSd())));
        if (!table.getSd().isSetLocation()) {
            // The table is a view to Hive then, and its partitions have no location either.
            partition.getSd().unsetLocation();
        }
        return partition;
    }

    public static PartitionInput fromHive(Partition partition) {
        return PartitionInput.builder()
                .values(partition.getValues())
                .lastAccessTime(TableView.instant(partition.getLastAccessTime()))
                .parameters(Pointer.removedFrom(StorageView.withoutNulls(partition.getParameters())))
                .storageDescriptor(Optional.ofNullable(partition.getSd())
                        .map(StorageView::fromHive)
                        .orElse(null))
                .build();
    }

    private static software.amazon.awssdk.services.glue.model.StorageDescriptor withColumns(
            software.amazon.awssdk.services.glue.model.StorageDescriptor storage, Table table) {
        return storage.columns().isEmpty()
                ? storage.toBuilder()
                        .columns(StorageView.columns(table.getSd().getCols()))
                        .build()
                : storage;
    }

    private static StorageDescriptor completed(StorageDescriptor storage, StorageDescriptor table) {
        if (!storage.isSetInputFormat()) {
            storage.setInputFormat(table.getInputFormat());
        }
        if (!storage.isSetOutputFormat()) {
            storage.setOutputFormat(table.getOutputFormat());
        }
        if (!storage.getSerdeInfo().isSetSerializationLib()) {
            storage.setSerdeInfo(table.getSerdeInfo());
        }
        return storage;
    }

    private static StorageDescriptor withoutLocation(StorageDescriptor table) {
        StorageDescriptor storage = new StorageDescriptor(table);
        storage.unsetLocation();
        return storage;
    }
}
