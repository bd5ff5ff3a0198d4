package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.hive.Metastore;
import io.laguna.emulator.glue.hive.Pointer;
import io.laguna.emulator.glue.hive.TableView;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.State;
import io.trino.hive.thrift.metastore.EnvironmentContext;
import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.PartitionIndex;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The changes of tables. One change at a time works on a table.
 *
 * <p>A change has three steps: the revision goes into the state; the metastore's table gets the pointer to the
 * revision; the metastore's view of the table goes back into the state. The second step decides. A process that is
 * killed before it leaves a revision that nothing points at; after it, the next look at the table does the third step.
 */
final class TableWrites {
    /**
     * The parameter that keeps Hive from counting the table's files, for which it would list them, and from writing the
     * figures into the table's parameters.
     */
    private static final String NO_STATISTICS = "DO_NOT_UPDATE_STATS";

    private static final int ATTEMPTS = 5;

    private final Metastore metastore;
    private final State state;
    private final TableRecords tables;

    TableWrites(Metastore metastore, State state, TableRecords tables) {
        this.metastore = metastore;
        this.state = state;
        this.tables = tables;
    }

    void create(String database, TableInput input, List<PartitionIndex> indexes) {
        alone(database, input.name(), handle -> {
            if (tables.find(database, input.name()).isPresent()) {
                throw Failures.exists("Table");
            }
            Entity entity = Entity.newTable(HiveName.of(database), HiveName.of(input.name()));
            Pointer pointer = Pointer.fresh();
            Revisions revisions = new Revisions(handle);
            handle.useTransaction(transaction -> {
                new Revisions(transaction).add(entity, Optional.empty());
                new Revisions(transaction).add(entity.id(), 0, pointer, ShapeJson.write(input), Optional.empty());
                new PartitionIndexRecords(transaction).addAll(entity.id(), indexes);
            });
            Table hive = TableView.toHive(entity.hiveDatabase(), entity.hiveTable(), input);
            pointer.putInto(hive);
            hive.putToParameters(NO_STATISTICS, "true");
            try {
                metastore.write(client -> client.createTable(hive));
            } catch (GlueException e) {
                if (Failures.isRefusal(e)) {
                    revisions.remove(List.of(entity.id()));
                }
                throw e;
            }
            return tables.observed(handle, entity.hiveDatabase(), entity.hiveTable());
        });
    }

    /**
     * Replaces the definition.
     *
     * @param expected the version that the caller has read, if it cares
     * @param archive whether the present version is kept among the table's versions
     */
    void update(String database, TableInput input, Optional<String> expected, boolean archive) {
        alone(database, input.name(), handle -> {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                TableRecord before = tables.observed(handle, HiveName.of(database), HiveName.of(input.name()))
                        .orElseThrow(() -> Failures.noTable(input.name()));
                if (expected.isPresent() && !expected.get().equals(before.versionId())) {
                    break;
                }
                if (replace(handle, before, input, archive)) {
                    return Optional.empty();
                }
            }
            throw Failures.concurrent("Update table failed due to concurrent modifications.");
        });
    }

    void delete(String database, String name, Optional<String> expected) {
        alone(database, name, handle -> {
            String hiveDatabase = HiveName.of(database);
            String hiveName = HiveName.of(name);
            Table hive = tables.hive(database, name);
            if (expected.isPresent()) {
                requireVersion(handle, hive, expected.get());
            }
            Revisions revisions = new Revisions(handle);
            Optional<Revision> revision = current(revisions, hive);
            metastore.write(client -> client.dropTable(hiveDatabase, hiveName, false));
            revision.ifPresent(gone -> revisions.remove(List.of(gone.entity())));
            return Optional.empty();
        });
    }

    /**
     * Does work on a table that the metastore notes in the table itself, such as its statistics. The table that the
     * metastore then shows counts as unchanged by others.
     */
    <T> T absorbing(String database, String name, Function<TableRecord, T> work) {
        return alone(database, name, handle -> {
            TableRecord before = tables.observed(handle, HiveName.of(database), HiveName.of(name))
                    .orElseThrow(() -> Failures.noTable(name));
            T result = work.apply(before);
            tables.find(database, name)
                    .ifPresent(after -> TableRecords.settle(new Revisions(handle), before.revision(), after));
            return result;
        });
    }

    /** Does work on a table and its state while nobody else changes the table through Glue. */
    <T> T alone(String database, String name, Function<Handle, T> work) {
        return state.alone(TableRecords.lock(HiveName.of(database), HiveName.of(name)), work);
    }

    private void requireVersion(Handle handle, Table hive, String expected) {
        String present = tables.observed(handle, hive.getDbName(), hive.getTableName())
                .map(TableRecord::versionId)
                .orElse("");
        if (!present.equals(expected)) {
            throw Failures.concurrent("The table is at version " + present + ", not " + expected + ".");
        }
    }

    private boolean replace(Handle handle, TableRecord before, TableInput input, boolean archive) {
        Revisions revisions = new Revisions(handle);
        Pointer pointer = Pointer.fresh();
        long present = before.revision().version();
        long version = present + 1;
        revisions.add(
                before.entity(),
                version,
                pointer,
                ShapeJson.write(input),
                Optional.empty(),
                archive ? OptionalLong.empty() : OptionalLong.of(present));
        Table old = before.hive();
        Table hive = TableView.toHive(old.getDbName(), old.getTableName(), input);
        hive.setCreateTime(old.getCreateTime());
        if (!hive.isSetOwner()) {
            hive.setOwner(old.getOwner());
        }
        pointer.putInto(hive);
        boolean unchanged = tables.findHive(old.getDbName(), old.getTableName())
                .map(now -> TableRecords.view(now).equals(TableRecords.view(old)))
                .orElse(false);
        if (!unchanged) {
            revisions.removeVersion(before.entity(), version);
            return false;
        }
        try {
            metastore.write(client -> client.alterTableWithEnvironmentContext(
                    old.getDbName(),
                    old.getTableName(),
                    hive,
                    new EnvironmentContext().setProperties(Map.of(NO_STATISTICS, "true"))));
        } catch (GlueException e) {
            if (Failures.isRefusal(e)) {
                revisions.removeVersion(before.entity(), version);
            }
            throw e;
        }
        tables.observed(handle, old.getDbName(), old.getTableName());
        return true;
    }

    private static Optional<Revision> current(Revisions revisions, Table hive) {
        List<Pointer> pointers = new ArrayList<>(List.of(Pointer.ofHiveMade(hive)));
        Pointer.in(hive).ifPresent(pointers::add);
        return TableRecords.revision(hive, revisions.current(pointers));
    }
}
