package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/** A change of the columns of a Hive table, or of one of its partitions alone. */
record ColumnChange(DataCatalog catalog, CatalogTable table, Optional<PartitionSpec> spec) {
    void apply(UnaryOperator<List<Column>> change) {
        if (spec.isEmpty()) {
            table.update(
                    catalog,
                    input -> input.copy(changed -> changed.storageDescriptor(changed(table.storage(), change))));
            return;
        }
        Partitions partitions = new Partitions(catalog, table);
        Partition partition =
                partitions.find(spec.get().valuesOf(table)).orElseThrow(() -> Failures.noPartition(spec.get()));
        partitions.update(Shapes.copy(partition, PartitionInput.builder())
                .storageDescriptor(changed(partition.storageDescriptor(), change))
                .build());
    }

    private StorageDescriptor changed(StorageDescriptor storage, UnaryOperator<List<Column>> change) {
        List<Column> columns = change.apply(storage.columns());
        ColumnDefinition.checkNames(Stream.concat(columns.stream(), table.partitionKeys().stream())
                .map(Column::name)
                .toList());
        return storage.copy(changed -> changed.columns(columns));
    }
}
