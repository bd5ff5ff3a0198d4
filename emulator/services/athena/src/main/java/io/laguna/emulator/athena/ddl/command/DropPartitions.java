package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Partition;

/**
 * The statement {@code ALTER TABLE DROP PARTITION}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-table-drop-partition.html
 */
public record DropPartitions(TableName table, boolean ifExists, List<PartitionSpec> specs) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Alterations.requireHive(present);
        specs.forEach(spec -> spec.checkKeys(present));
        Partitions partitions = new Partitions(catalog, present);
        List<List<String>> all =
                partitions.all().stream().map(Partition::values).toList();
        partitions.delete(specs.stream()
                .flatMap(spec -> matching(present, spec, all))
                .distinct()
                .toList());
        return Answer.NOTHING;
    }

    private Stream<List<String>> matching(CatalogTable present, PartitionSpec spec, List<List<String>> all) {
        List<List<String>> matching =
                all.stream().filter(values -> spec.matches(present, values)).toList();
        if (matching.isEmpty() && !ifExists) {
            throw Failures.noPartition(spec);
        }
        return matching.stream();
    }
}
