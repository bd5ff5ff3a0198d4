package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.text.Answers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Partition;

/** The statement {@code MSCK REPAIR TABLE}: https://docs.aws.amazon.com/athena/latest/ug/msck-repair-table.html */
public record RepairTable(TableName table) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        if (present.isIceberg()) {
            throw Failures.icebergUnsupported();
        }
        if (present.isView() || present.partitionKeys().isEmpty()) {
            return Answers.texts(List.of());
        }
        Partitions partitions = new Partitions(catalog, present);
        PartitionFolders folders = new PartitionFolders(catalog.s3(), present.partitionKeys());
        Location location = Location.parse(present.location());
        List<Partition> known = partitions.all();
        Set<List<String>> knownValues =
                new HashSet<>(known.stream().map(Partition::values).toList());
        List<PartitionFolders.Found> found = folders.below(location);
        List<PartitionFolders.Found> missing = found.stream()
                .filter(folder -> !knownValues.contains(folder.values()))
                .toList();
        Set<List<String>> foundValues =
                new HashSet<>(found.stream().map(PartitionFolders.Found::values).toList());
        List<String> gone = known.stream()
                .filter(partition -> !foundValues.contains(partition.values()))
                .filter(partition -> !folders.exists(partition))
                .map(partition -> partitions.name(partition.values()))
                .toList();
        partitions.create(missing.stream()
                .map(folder -> partitions.input(folder.values(), location.folder(folder.name())))
                .toList());
        return Answers.texts(report(missing, gone));
    }

    private List<String> report(List<PartitionFolders.Found> missing, List<String> gone) {
        List<String> added = missing.stream()
                .map(folder -> table.name() + ":" + folder.name())
                .toList();
        List<String> report = new ArrayList<>();
        line("Partitions not in metastore:", added).ifPresent(report::add);
        line(
                        "Partitions missing from filesystem:",
                        gone.stream().map(name -> table.name() + ":" + name).toList())
                .ifPresent(report::add);
        added.forEach(name -> report.add("Repair: Added partition to metastore " + name));
        return report;
    }

    private static Optional<String> line(String heading, List<String> names) {
        return Optional.of(names)
                .filter(some -> !some.isEmpty())
                .map(some -> String.join(
                        "\t", Stream.concat(Stream.of(heading), some.stream()).toList()));
    }
}
