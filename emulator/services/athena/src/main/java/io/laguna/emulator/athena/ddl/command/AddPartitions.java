package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/**
 * The statement {@code ALTER TABLE ADD PARTITION}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-table-add-partition.html
 */
public record AddPartitions(TableName table, boolean ifNotExists, List<Added> added) implements CatalogStatement {
    /**
     * A partition to be added.
     *
     * @param location empty for the folder below the table's that has the partition's name
     */
    public record Added(PartitionSpec spec, Optional<Location> location) {}

    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Alterations.requireHive(present);
        Partitions partitions = new Partitions(catalog, present);
        List<PartitionInput> inputs =
                added.stream().map(one -> input(partitions, present, one)).toList();
        if (!ifNotExists) {
            inputs.stream()
                    .map(PartitionInput::values)
                    .filter(values -> partitions.find(values).isPresent())
                    .findFirst()
                    .ifPresent(values -> {
                        throw Failures.partitionExists(partitions.name(values));
                    });
        }
        partitions.create(inputs);
        return Answer.NOTHING;
    }

    private static PartitionInput input(Partitions partitions, CatalogTable present, Added one) {
        List<String> values = one.spec().valuesOf(present);
        return partitions.input(values, one.location().orElseGet(() -> partitions.folder(values)));
    }
}
