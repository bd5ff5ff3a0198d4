package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.text.Answers;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Partition;

/** The statement {@code SHOW PARTITIONS}: https://docs.aws.amazon.com/athena/latest/ug/show-partitions.html */
public record ShowPartitions(TableName table, Optional<PartitionSpec> spec) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        if (present.partitionKeys().isEmpty()) {
            throw Failures.task("Table " + present.name() + " is not a partitioned table");
        }
        spec.ifPresent(wanted -> wanted.checkKeys(present));
        Partitions partitions = new Partitions(catalog, present);
        List<String> names = partitions.all().stream()
                .map(Partition::values)
                .filter(values ->
                        spec.map(wanted -> wanted.matches(present, values)).orElse(true))
                .map(partitions::name)
                .toList();
        return Answers.texts(names, "partition");
    }
}
