package io.laguna.emulator.crawl.change;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.ChangePolicy;
import io.laguna.emulator.crawl.LogLine;
import io.laguna.emulator.crawl.table.Marks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.UpdateBehavior;

/** The changes of a table's partitions. */
final class PartitionChanges {
    /** The most partitions that one call of the API takes. */
    private static final int BATCH = 100;

    private final String table;
    private final Optional<TableInput> parent;
    private final ChangePolicy policy;
    private final List<PartitionInput> created = new ArrayList<>();
    private final List<PartitionInput> updated = new ArrayList<>();
    private final List<List<String>> deleted = new ArrayList<>();
    private final List<List<String>> ignored = new ArrayList<>();
    private final List<List<String>> missed = new ArrayList<>();

    /** @param parent the table as it will be */
    PartitionChanges(String table, Optional<TableInput> parent, ChangePolicy policy) {
        this.table = table;
        this.parent = parent.filter(same -> policy.configuration().inheritFromTable());
        this.policy = policy;
    }

    List<CatalogChange> between(List<PartitionInput> found, List<Partition> existing) {
        Map<List<String>, Partition> left = new LinkedHashMap<>();
        existing.forEach(partition -> left.put(partition.values(), partition));
        for (PartitionInput partition : found) {
            Partition before = left.remove(partition.values());
            if (before == null) {
                created.add(inherited(partition));
            } else if (!policy.newFoldersOnly()) {
                update(before, partition);
            }
        }
        left.values().forEach(this::miss);
        return changes();
    }

    private void update(Partition before, PartitionInput found) {
        boolean merge = policy.configuration().mergeNewColumns();
        PartitionInput after = merge && parent.isEmpty() ? merged(before, found) : inherited(found);
        if (Shapes.same(before.storageDescriptor(), after.storageDescriptor())
                && Shapes.relevant(before.parameters()).equals(Shapes.relevant(after.parameters()))) {
            return;
        }
        if (policy.update() == UpdateBehavior.LOG && !merge && parent.isEmpty()) {
            ignored.add(before.values());
        } else {
            updated.add(after);
        }
    }

    private static PartitionInput merged(Partition before, PartitionInput found) {
        return found.toBuilder()
                .storageDescriptor(NewColumns.merged(before.storageDescriptor(), found.storageDescriptor()))
                .build();
    }

    /** A partition that was not found takes its table's schema too, but nothing else of it is changed. */
    private void miss(Partition partition) {
        if (!policy.newFoldersOnly()) {
            switch (policy.delete()) {
                case DELETE_FROM_DATABASE -> {
                    deleted.add(partition.values());
                    return;
                }
                case DEPRECATE_IN_DATABASE -> {
                    if (!partition.parameters().containsKey(Marks.DEPRECATED)) {
                        updated.add(inherited(deprecated(partition)));
                        return;
                    }
                }
                case LOG, UNKNOWN_TO_SDK_VERSION -> missed.add(partition.values());
            }
        }
        PartitionInput after = inherited(Inputs.of(partition));
        if (!Shapes.same(partition.storageDescriptor(), after.storageDescriptor())) {
            updated.add(after);
        }
    }

    private PartitionInput deprecated(Partition partition) {
        Map<String, String> parameters = new HashMap<>(partition.parameters());
        parameters.put(Marks.DEPRECATED, String.valueOf(policy.now().toEpochMilli()));
        return Inputs.of(partition).toBuilder().parameters(parameters).build();
    }

    /** The table's columns, formats and SerDe; the place and its sizes are the partition's own. */
    private PartitionInput inherited(PartitionInput partition) {
        if (parent.isEmpty()) {
            return partition;
        }
        StorageDescriptor storage = parent.get().storageDescriptor();
        return partition.toBuilder()
                .storageDescriptor(storage.toBuilder()
                        .location(partition.storageDescriptor().location())
                        .parameters(partition.storageDescriptor().parameters())
                        .build())
                .build();
    }

    private List<CatalogChange> changes() {
        List<CatalogChange> changes = new ArrayList<>();
        for (List<PartitionInput> batch : batches(created)) {
            changes.add(new CatalogChange.CreatePartitions(table, batch, List.of(line("Created", values(batch)))));
        }
        for (List<PartitionInput> batch : batches(updated)) {
            changes.add(new CatalogChange.UpdatePartitions(table, batch, List.of(line("Updated", values(batch)))));
        }
        for (List<List<String>> batch : batches(deleted)) {
            changes.add(new CatalogChange.DeletePartitions(table, batch, List.of(line("Deleted", batch))));
        }
        logged(ignored, "have changed, and are not updated because UpdateBehavior is LOG.")
                .ifPresent(changes::add);
        logged(missed, "were not found at their locations.").ifPresent(changes::add);
        return changes;
    }

    private LogLine line(String done, List<List<String>> values) {
        return LogLine.info(done + " partitions with values " + values + " for table " + table + " in database "
                + policy.database());
    }

    private Optional<CatalogChange> logged(List<List<String>> values, String what) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new CatalogChange.OnlyLogged(
                        table,
                        List.of(LogLine.info("Partitions with values " + values + " for table " + table
                                + " in database " + policy.database() + " " + what))));
    }

    private static List<List<String>> values(List<PartitionInput> partitions) {
        return partitions.stream().map(PartitionInput::values).toList();
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += BATCH) {
            batches.add(all.subList(i, Math.min(all.size(), i + BATCH)));
        }
        return batches;
    }
}
