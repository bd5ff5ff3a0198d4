package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.PartitionView;
import io.laguna.emulator.glue.hive.Pointer;
import io.laguna.emulator.glue.stored.NameRange;
import io.laguna.emulator.glue.stored.Share;
import io.laguna.emulator.glue.stored.StoredPartitions;
import io.laguna.emulator.kit.hive.PartitionName;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/** The partitions of the metastore, each with its revision from the state. */
final class PartitionRecords {
    private final StoredPartitions stored;
    private final State state;

    PartitionRecords(StoredPartitions stored, State state) {
        this.stored = stored;
        this.state = state;
    }

    /** Returns Hive's names of a range and a share of a table's partitions. */
    NameSource names(Table table, NameRange range, Share share) {
        return (after, most) -> stored.names(table.getDbName(), table.getTableName(), range, share, after, most);
    }

    /** Returns the partitions of these names that are there, in the order of their names. */
    List<PartitionRecord> records(Table table, List<Column> keys, List<String> names) {
        List<Partition> present = hive(table, names);
        return state.read(handle -> records(handle, keys, present));
    }

    Optional<PartitionRecord> find(Table table, List<Column> keys, List<String> values) {
        return records(table, keys, List.of(PartitionName.of(keys, Column::name, values))).stream()
                .findFirst();
    }

    /** Notes the metastore's view of new definitions in their revisions. */
    void settle(Table table, List<String> names) {
        Map<Pointer, String> views = new HashMap<>();
        hive(table, names)
                .forEach(partition -> Pointer.in(partition).ifPresent(pointer -> views.put(pointer, view(partition))));
        state.write(transaction -> {
            new Revisions(transaction).seen(views);
            return Optional.empty();
        });
    }

    List<Partition> hive(Table table, List<String> names) {
        return stored.partitions(table.getDbName(), table.getTableName(), names);
    }

    private static List<PartitionRecord> records(Handle handle, List<Column> keys, List<Partition> present) {
        Revisions revisions = new Revisions(handle);
        Map<Pointer, Revision> current = revisions.current(
                present.stream().map(Pointer::in).flatMap(Optional::stream).toList());
        List<PartitionRecord> records = new ArrayList<>();
        for (Partition hive : present) {
            Optional<Revision> revision = Pointer.in(hive).map(current::get);
            String name = PartitionName.of(keys, Column::name, hive.getValues());
            records.add(new PartitionRecord(name, hive, definition(revisions, hive, revision), revision));
        }
        records.sort(Comparator.comparing(PartitionRecord::name));
        return records;
    }

    private static PartitionInput definition(Revisions revisions, Partition hive, Optional<Revision> revision) {
        if (revision.isEmpty()) {
            return PartitionView.fromHive(hive);
        }
        PartitionInput given = ShapeJson.read(revision.get().given(), PartitionInput.builder());
        String view = view(hive);
        if (revision.get().seen().isEmpty()) {
            revisions.seen(revision.get().pointer(), view);
            return given;
        }
        if (revision.get().seen().get().equals(view)) {
            return given;
        }
        PartitionInput seen = ShapeJson.read(revision.get().seen().get(), PartitionInput.builder());
        return Shapes.merge(seen, given, PartitionView.fromHive(hive));
    }

    private static String view(Partition hive) {
        return ShapeJson.write(PartitionView.fromHive(hive));
    }
}
