package io.laguna.emulator.athena.ddl;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/** https://docs.aws.amazon.com/athena/latest/ug/alter-table-add-partition.html */
record AddPartitions(TableName table, boolean ifNotExists, List<Added> added) implements CatalogStatement {
    /** @param location empty for the folder below the table's that has the partition's name */
    record Added(PartitionSpec spec, Optional<Location> location) {}

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
