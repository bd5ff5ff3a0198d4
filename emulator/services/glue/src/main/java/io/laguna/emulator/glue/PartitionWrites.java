package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.Metastore;
import io.laguna.emulator.glue.hive.PartitionView;
import io.laguna.emulator.glue.hive.Pointer;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.hive.PartitionName;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.State;
import io.trino.hive.thrift.metastore.AddPartitionsRequest;
import io.trino.hive.thrift.metastore.EnvironmentContext;
import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/**
 * The changes of a table's partitions, many at once. A change that cannot be made is reported for its partition, and
 * the others are made.
 *
 * <p>The order of writes is the same as for tables. No writer waits for another: of two writers that add the same
 * partition the metastore lets one win, and of two updates the later one holds, whole.
 */
final class PartitionWrites {
    private final Metastore metastore;
    private final State state;
    private final PartitionRecords partitions;

    PartitionWrites(Metastore metastore, State state, PartitionRecords partitions) {
        this.metastore = metastore;
        this.state = state;
        this.partitions = partitions;
    }

    /**
     * A partition's definition that is about to be written, with the partition's name in Hive and its entity in the
     * state.
     */
    private record Write(String name, PartitionInput input, Entity entity, Pointer pointer, Partition hive) {
        static Write of(TableRecord table, PartitionInput given) {
            PartitionInput input = ColumnNames.folded(given);
            Table owner = table.hive();
            String name = PartitionName.of(table.definition().partitionKeys(), Column::name, input.values());
            Partition hive = PartitionView.toHive(owner, input);
            Pointer pointer = Pointer.fresh();
            pointer.putInto(hive);
            Entity entity = Entity.newPartition(owner.getDbName(), owner.getTableName(), name);
            return new Write(name, input, entity, pointer, hive);
        }
    }

    /**
     * Adds partitions.
     *
     * @return the failures, by the values of the partitions that were not added
     */
    Map<List<String>, GlueException> create(TableRecord table, List<PartitionInput> inputs) {
        Map<List<String>, GlueException> failures = new LinkedHashMap<>();
        Map<String, Write> writes = new LinkedHashMap<>();
        for (PartitionInput input : inputs) {
            if (!fits(table, input.values())) {
                failures.put(input.values(), mismatch());
                continue;
            }
            Write write = Write.of(table, input);
            if (writes.putIfAbsent(write.name(), write) != null) {
                failures.put(input.values(), Failures.exists("Partition"));
            }
        }
        List<Column> keys = table.definition().partitionKeys();
        for (Partition present : partitions.hive(table.hive(), List.copyOf(writes.keySet()))) {
            writes.remove(PartitionName.of(keys, Column::name, present.getValues()));
            failures.put(present.getValues(), Failures.exists("Partition"));
        }
        failures.putAll(write(table, List.copyOf(writes.values()), this::add));
        return failures;
    }

    /**
     * Replaces definitions.
     *
     * @return the failures, by the values of the partitions that were not changed
     */
    Map<List<String>, GlueException> update(TableRecord table, Map<List<String>, PartitionInput> inputs) {
        Map<List<String>, GlueException> failures = new LinkedHashMap<>();
        List<Column> keys = table.definition().partitionKeys();
        Map<List<String>, PartitionInput> fitting = new LinkedHashMap<>();
        inputs.forEach((values, input) -> {
            if (fits(table, values)) {
                fitting.put(values, input);
            } else {
                failures.put(values, mismatch());
            }
        });
        Map<String, PartitionRecord> before = partitions
                .records(
                        table.hive(),
                        keys,
                        fitting.keySet().stream()
                                .map(values -> PartitionName.of(keys, Column::name, values))
                                .toList())
                .stream()
                .collect(Collectors.toMap(PartitionRecord::name, record -> record));
        List<Write> writes = new ArrayList<>();
        fitting.forEach((values, input) -> {
            Optional<PartitionRecord> old =
                    Optional.ofNullable(before.get(PartitionName.of(keys, Column::name, values)));
            if (old.isEmpty()) {
                failures.put(values, notFound());
            } else if (!input.values().isEmpty() && !input.values().equals(values)) {
                failures.put(
                        values,
                        Failures.invalid(
                                "The values of a partition cannot be changed:" + " delete it and create another."));
            } else {
                Write write = Write.of(table, input.copy(change -> change.values(values)));
                write.hive().setCreateTime(old.get().hive().getCreateTime());
                writes.add(write);
            }
        });
        Map<List<String>, GlueException> refused = write(table, writes, this::alter);
        failures.putAll(refused);
        List<UUID> replaced = before.values().stream()
                .filter(old -> !failures.containsKey(old.hive().getValues()))
                .map(PartitionRecord::revision)
                .flatMap(Optional::stream)
                .map(Revision::entity)
                .toList();
        forget(replaced);
        return failures;
    }

    /**
     * Deletes a partition.
     *
     * @throws GlueException when there is no such partition
     */
    void delete(TableRecord table, List<String> values) {
        if (!fits(table, values)) {
            throw mismatch();
        }
        PartitionRecord old = partitions
                .find(table.hive(), table.definition().partitionKeys(), values)
                .orElseThrow(PartitionWrites::notFound);
        metastore.write(client -> client.dropPartition(
                table.hive().getDbName(),
                table.hive().getTableName(),
                old.hive().getValues(),
                false));
        forget(old.revision().map(Revision::entity).stream().toList());
    }

    static boolean fits(TableRecord table, List<String> values) {
        return table.definition().partitionKeys().size() == values.size();
    }

    static GlueException mismatch() {
        return Failures.invalid("The number of partition keys do not match the number of partition values");
    }

    static GlueException notFound() {
        return Failures.notFound("Partition not found.");
    }

    /**
     * Writes by one call of the metastore for all partitions, or by one call for each where the metastore refuses them
     * together.
     */
    private Map<List<String>, GlueException> write(TableRecord table, List<Write> writes, Step step) {
        if (writes.isEmpty()) {
            return Map.of();
        }
        return state.together(lock(table.hive().getDbName(), table.hive().getTableName()), handle -> {
            new Revisions(handle)
                    .addAll(writes.stream()
                            .map(write -> new Revisions.FirstRevision(
                                    write.entity(),
                                    Optional.of(table.entity()),
                                    write.pointer(),
                                    ShapeJson.write(write.input())))
                            .toList());
            return written(table, writes, step);
        });
    }

    /**
     * Returns the name of the lock that all writers of partitions hold together, and that the sweep holds alone when it
     * looks for leftovers among the partitions.
     */
    static String lock(String hiveDatabase, String hiveTable) {
        return "glue partitions " + hiveDatabase + "." + hiveTable;
    }

    private Map<List<String>, GlueException> written(TableRecord table, List<Write> writes, Step step) {
        Map<List<String>, GlueException> refused = new LinkedHashMap<>();
        try {
            step.write(table.hive(), writes);
        } catch (GlueException together) {
            if (!Failures.isRefusal(together)) {
                throw together;
            }
            refused.putAll(
                    writes.size() == 1 ? Map.of(writes.get(0).input().values(), together) : each(table, writes, step));
            forget(writes.stream()
                    .filter(write -> refused.containsKey(write.input().values()))
                    .map(write -> write.entity().id())
                    .toList());
        }
        partitions.settle(table.hive(), writes.stream().map(Write::name).toList());
        return refused;
    }

    private static Map<List<String>, GlueException> each(TableRecord table, List<Write> writes, Step step) {
        Map<List<String>, GlueException> refused = new LinkedHashMap<>();
        for (Write write : writes) {
            try {
                step.write(table.hive(), List.of(write));
            } catch (GlueException alone) {
                if (!Failures.isRefusal(alone)) {
                    throw alone;
                }
                refused.put(write.input().values(), alone);
            }
        }
        return refused;
    }

    private void add(Table table, List<Write> writes) {
        AddPartitionsRequest request = new AddPartitionsRequest(
                table.getDbName(),
                table.getTableName(),
                writes.stream().map(Write::hive).collect(Collectors.toCollection(ArrayList::new)),
                false);
        request.setNeedResult(false);
        metastore.write(client -> client.addPartitionsReq(request));
    }

    private void alter(Table table, List<Write> writes) {
        metastore.write(client -> client.alterPartitionsWithEnvironmentContext(
                table.getDbName(),
                table.getTableName(),
                writes.stream().map(Write::hive).collect(Collectors.toCollection(ArrayList::new)),
                new EnvironmentContext().setProperties(Map.of("DO_NOT_UPDATE_STATS", "true"))));
    }

    private void forget(List<UUID> entities) {
        state.read(handle -> {
            new Revisions(handle).remove(entities);
            return Optional.empty();
        });
    }

    @FunctionalInterface
    private interface Step {
        void write(Table table, List<Write> writes);
    }
}
