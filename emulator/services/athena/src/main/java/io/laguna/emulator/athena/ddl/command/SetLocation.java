package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/**
 * The statement {@code ALTER TABLE SET LOCATION}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-table-set-location.html
 */
public record SetLocation(TableName table, Optional<PartitionSpec> spec, Location location)
        implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Alterations.requireHive(present);
        if (spec.isPresent()) {
            Partitions partitions = new Partitions(catalog, present);
            List<String> values = spec.get().valuesOf(present);
            Partition partition = partitions.find(values).orElseThrow(() -> Failures.noPartition(spec.get()));
            partitions.update(Shapes.copy(partition, PartitionInput.builder())
                    .storageDescriptor(partition.storageDescriptor().copy(storage -> storage.location(location.text())))
                    .build());
        } else {
            present.update(
                    catalog,
                    input -> input.copy(change -> change.storageDescriptor(
                            present.storage().copy(storage -> storage.location(location.text())))));
        }
        return Answer.NOTHING;
    }
}
