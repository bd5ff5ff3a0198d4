package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/**
 * The statement {@code ALTER TABLE RENAME PARTITION}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-table-rename-partition.html
 *
 * <p>The files of an external table stay where they are.
 */
public record RenamePartition(TableName table, PartitionSpec from, PartitionSpec to) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Alterations.requireHive(present);
        Partitions partitions = new Partitions(catalog, present);
        List<String> old = from.valuesOf(present);
        List<String> renamed = to.valuesOf(present);
        Partition partition = partitions.find(old).orElseThrow(() -> Failures.noPartition(from));
        if (partitions.find(renamed).isPresent()) {
            throw Failures.partitionExists(partitions.name(renamed));
        }
        partitions.create(List.of(
                Shapes.copy(partition, PartitionInput.builder()).values(renamed).build()));
        partitions.delete(List.of(old));
        return Answer.NOTHING;
    }
}
