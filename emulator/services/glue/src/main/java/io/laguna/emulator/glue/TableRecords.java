package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.hive.Pointer;
import io.laguna.emulator.glue.hive.TableView;
import io.laguna.emulator.glue.iceberg.IcebergFiles;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.stored.StoredTables;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The tables of the metastore, each with its revision from the state.
 *
 * <p>Glue's clients see a table as they gave it, as long as the metastore still holds the table that was made from it.
 * When the metastore's view differs from the one that was seen after the last write, somebody has changed the table
 * through Hive: the difference is merged into the given definition, and becomes a version of its own, as on AWS, where
 * Hive too calls UpdateTable. A table that only Hive knew gets its version 0 when Glue first sees it.
 */
final class TableRecords {
    private final StoredTables stored;
    private final State state;
    private final Sweep sweep;
    private final IcebergFiles icebergFiles;
    private final KnownTables memo = new KnownTables();

    TableRecords(StoredTables stored, State state, Sweep sweep, IcebergFiles icebergFiles) {
        this.icebergFiles = icebergFiles;
        this.stored = stored;
        this.state = state;
        this.sweep = sweep;
    }

    /** Returns Hive's names of a database's tables; none where there is no such database. */
    NameSource names(String hiveDatabase) {
        return (after, most) -> stored.names(hiveDatabase, after, most);
    }

    TableRecord get(String database, String name) {
        Table hive = hive(database, name);
        return records(List.of(hive)).stream().findFirst().orElseThrow(() -> Failures.noTable(name));
    }

    /** Returns the tables of these names that are there, in the order of Hive's names. */
    List<TableRecord> records(String hiveDatabase, List<String> hiveNames) {
        return records(stored.tables(hiveDatabase, hiveNames).stream()
                .sorted(Comparator.comparing(Table::getTableName))
                .toList());
    }

    /** Returns the metastore's own table, without a look into the state. */
    Table hive(String database, String name) {
        return find(database, name).orElseThrow(() -> {
            sweepAfter(HiveName.of(database), HiveName.of(name));
            return Failures.noTable(name);
        });
    }

    /** Sweeps if the state still has a table that is not in the metastore: the table has gone without Glue's doing. */
    void sweepAfter(String hiveDatabase, String hiveName) {
        if (state.read(handle -> new Revisions(handle).hasTable(hiveDatabase, hiveName))) {
            sweep.soon();
        }
    }

    Optional<Table> find(String database, String name) {
        return findHive(HiveName.of(database), HiveName.of(name));
    }

    Optional<Table> findHive(String hiveDatabase, String hiveName) {
        return stored.find(hiveDatabase, hiveName);
    }

    /** Returns the name of the lock under which one caller at a time works on a table. */
    static String lock(String hiveDatabase, String hiveName) {
        return "glue table " + hiveDatabase + "." + hiveName;
    }

    private List<TableRecord> records(List<Table> tables) {
        Map<Pointer, Revision> known = state.read(handle -> known(new Revisions(handle), tables));
        List<TableRecord> records = new ArrayList<>();
        for (Table hive : tables) {
            inSync(hive, known)
                    .or(() -> state.alone(
                            lock(hive.getDbName(), hive.getTableName()),
                            handle -> observed(handle, hive.getDbName(), hive.getTableName())))
                    .ifPresent(records::add);
        }
        return records;
    }

    /** Returns the table as its revision says, if nothing has happened since that revision was written. */
    private Optional<TableRecord> inSync(Table hive, Map<Pointer, Revision> known) {
        return revision(hive, known)
                .flatMap(revision -> memo.find(hive, revision).or(() -> Optional.of(revision)
                        .filter(seen -> seen.seen().equals(Optional.of(view(hive))))
                        .map(seen -> memo.keep(new TableRecord(hive, definition(seen), seen)))));
    }

    /**
     * Looks at the table again, and notes its changes. The caller holds the table's lock.
     *
     * @return empty when the table is no longer there
     */
    Optional<TableRecord> observed(Handle handle, String hiveDatabase, String hiveName) {
        return findHive(hiveDatabase, hiveName).map(hive -> observed(new Revisions(handle), hive));
    }

    private TableRecord observed(Revisions revisions, Table hive) {
        Map<Pointer, Revision> known = known(revisions, List.of(hive));
        Optional<TableRecord> unchanged = inSync(hive, known);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        String view = view(hive);
        Optional<Revision> revision = revision(hive, known);
        if (revision.isEmpty()) {
            if (revisions.hasTable(hive.getDbName(), hive.getTableName())) {
                sweep.soon();
            }
            Entity entity = Entity.newTable(hive.getDbName(), hive.getTableName());
            revisions.add(entity, Optional.empty());
            revisions.add(
                    entity.id(),
                    0,
                    Pointer.ofHiveMade(hive),
                    ShapeJson.write(withIcebergColumns(TableView.fromHive(hive))),
                    Optional.of(view));
            revisions.located(entity.id(), hive.getDbName(), hive.getTableName(), hive.getCreateTime());
        } else if (revision.get().seen().isEmpty()) {
            settle(revisions, revision.get(), hive);
        } else {
            TableInput merged = Shapes.merge(
                    ShapeJson.read(revision.get().seen().get(), TableInput.builder()),
                    definition(revision.get()),
                    TableView.fromHive(hive));
            revisions.add(
                    revision.get().entity(),
                    revision.get().version() + 1,
                    revision.get().pointer(),
                    ShapeJson.write(withIcebergColumns(
                            merged.copy(change -> change.name(HiveName.inGlue(hive.getTableName()))))),
                    Optional.of(view));
            revisions.located(revision.get().entity(), hive.getDbName(), hive.getTableName(), hive.getCreateTime());
        }
        return inSync(hive, known(revisions, List.of(hive)))
                .orElseThrow(() -> new IllegalStateException(
                        "The state lost what was just written about " + hive.getDbName() + "." + hive.getTableName()));
    }

    /**
     * Returns what another client of the metastore has made of a table: where that is a commit of Iceberg's, with the
     * columns that Iceberg's GlueCatalog would have written with it. Hive has no parameters of columns, and Trino
     * writes no comments.
     */
    private TableInput withIcebergColumns(TableInput table) {
        return Optional.ofNullable(table.parameters().get("metadata_location"))
                .filter(location ->
                        "iceberg".equalsIgnoreCase(table.parameters().get("table_type")))
                .flatMap(icebergFiles::columns)
                .map(columns -> table.copy(change ->
                        change.storageDescriptor(table.storageDescriptor().copy(storage -> storage.columns(columns)))))
                .orElse(table);
    }

    /** Notes the metastore's view of a table in its revision, and deletes the version that this one replaces. */
    static void settle(Revisions revisions, Revision revision, Table hive) {
        revision.replaces().ifPresent(replaced -> revisions.removeVersion(revision.entity(), replaced));
        revisions.seen(revision.entity(), revision.version(), view(hive));
        revisions.located(revision.entity(), hive.getDbName(), hive.getTableName(), hive.getCreateTime());
    }

    static String view(Table hive) {
        return ShapeJson.write(TableView.fromHive(hive));
    }

    static TableInput definition(Revision revision) {
        return ShapeJson.read(revision.given(), TableInput.builder());
    }

    private static Map<Pointer, Revision> known(Revisions revisions, List<Table> tables) {
        List<Pointer> pointers = new ArrayList<>();
        tables.forEach(table -> {
            Pointer.in(table).ifPresent(pointers::add);
            pointers.add(Pointer.ofHiveMade(table));
        });
        return revisions.current(pointers);
    }

    /**
     * Returns the revision that is the definition of a table. A table that was made from another's SHOW CREATE TABLE
     * carries the other's pointer: the metastore's creation time, which nobody can choose, tells the two apart.
     */
    static Optional<Revision> revision(Table hive, Map<Pointer, Revision> known) {
        return Pointer.in(hive)
                .flatMap(pointer -> Optional.ofNullable(known.get(pointer)))
                .filter(revision -> revision.hiveCreated().isEmpty()
                        || revision.hiveCreated().getAsInt() == hive.getCreateTime())
                .or(() -> Optional.ofNullable(known.get(Pointer.ofHiveMade(hive))));
    }
}
