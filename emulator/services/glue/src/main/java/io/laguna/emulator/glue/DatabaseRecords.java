package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.DatabaseView;
import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.hive.Metastore;
import io.laguna.emulator.glue.hive.Pointer;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.stored.StoredDatabases;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import io.trino.hive.thrift.metastore.Database;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GlueException;

/**
 * The databases of the metastore, each with its revision from the state.
 *
 * <p>Every write takes three steps: the revision into the state, the metastore's object with the pointer to it, and the
 * metastore's view of it back into the state. The second step decides: before it the revision is invisible, after it
 * the change is whole.
 */
final class DatabaseRecords {
    private final Metastore metastore;
    private final StoredDatabases stored;
    private final State state;

    DatabaseRecords(Metastore metastore, StoredDatabases stored, State state) {
        this.metastore = metastore;
        this.stored = stored;
        this.state = state;
    }

    /** Returns Hive's names of all databases. */
    NameSource names() {
        return stored::names;
    }

    DatabaseRecord get(String name) {
        return records(List.of(HiveName.of(name))).stream().findFirst().orElseThrow(() -> Failures.noDatabase(name));
    }

    /**
     * Fails unless the database is there.
     *
     * @throws EntityNotFoundException when there is no such database
     */
    void require(String name) {
        if (hive(name).isEmpty()) {
            throw Failures.noDatabase(name);
        }
    }

    /** Returns the databases of these names that are there, in the order of Hive's names. */
    List<DatabaseRecord> records(List<String> hiveNames) {
        List<Database> present = stored.databases(hiveNames).stream()
                .sorted(Comparator.comparing(Database::getName))
                .toList();
        return state.read(handle -> records(handle, present));
    }

    void create(DatabaseInput input, Map<String, String> tags) {
        String name = HiveName.of(input.name());
        alone(name, handle -> {
            if (hive(input.name()).isPresent()) {
                throw Failures.exists("Database");
            }
            Entity entity = Entity.newDatabase(name);
            Pointer pointer = Pointer.fresh();
            Revisions revisions = new Revisions(handle);
            handle.useTransaction(transaction -> {
                new Revisions(transaction).add(entity, Optional.empty());
                new Revisions(transaction).add(entity.id(), 0, pointer, ShapeJson.write(input), Optional.empty());
                new TagRecords(transaction).put(TagRecords.Resource.of(entity.id()), tags);
            });
            Database hive = DatabaseView.toHive(input);
            pointer.putInto(hive);
            try {
                metastore.write(client -> client.createDatabase(hive));
            } catch (GlueException e) {
                if (Failures.isRefusal(e)) {
                    revisions.remove(List.of(entity.id()));
                }
                throw e;
            }
            readBack(revisions, input.name());
            return Optional.empty();
        });
    }

    void update(String name, DatabaseInput input) {
        String hiveName = HiveName.of(name);
        alone(hiveName, handle -> {
            Database before = hive(name).orElseThrow(() -> Failures.noDatabase(name));
            Revisions revisions = new Revisions(handle);
            Optional<Revision> old = revision(revisions, before);
            Entity fresh = Entity.newDatabase(hiveName);
            if (old.isEmpty()) {
                revisions.add(fresh, Optional.empty());
            }
            Pointer pointer = Pointer.fresh();
            long version = old.map(revision -> revision.version() + 1).orElse(0L);
            revisions.add(
                    old.map(Revision::entity).orElse(fresh.id()),
                    version,
                    pointer,
                    ShapeJson.write(input),
                    Optional.empty());
            Database hive = DatabaseView.toHive(input);
            hive.setName(hiveName);
            hive.setOwnerName(before.getOwnerName());
            pointer.putInto(hive);
            metastore.write(client -> client.alterDatabase(hiveName, hive));
            readBack(revisions, name);
            old.ifPresent(revision -> revisions.removeVersion(revision.entity(), revision.version()));
            return Optional.empty();
        });
    }

    /**
     * Returns the revision of a database. For a database that was made by Hive, the revision is then written from the
     * database as it is.
     */
    Revision known(String name) {
        DatabaseRecord database = get(name);
        return database.revision().orElseGet(() -> {
            update(name, database.definition());
            return get(name).revision().orElseThrow(() -> Failures.noDatabase(name));
        });
    }

    /** Deletes a database with its tables, functions and partitions; files stay. */
    void delete(String name) {
        String hiveName = HiveName.of(name);
        alone(hiveName, handle -> {
            require(name);
            metastore.write(client -> client.dropDatabase(hiveName, false, true));
            new Revisions(handle).removeDatabase(hiveName);
            return Optional.empty();
        });
    }

    Optional<Database> hive(String name) {
        return stored.find(HiveName.of(name));
    }

    private List<DatabaseRecord> records(Handle handle, List<Database> present) {
        Revisions revisions = new Revisions(handle);
        Map<Pointer, Revision> current = revisions.current(
                present.stream().map(Pointer::in).flatMap(Optional::stream).toList());
        return present.stream()
                .map(hive -> record(revisions, hive, Pointer.in(hive).map(current::get)))
                .toList();
    }

    private static DatabaseRecord record(Revisions revisions, Database hive, Optional<Revision> revision) {
        DatabaseInput view = DatabaseView.fromHive(hive);
        if (revision.isEmpty()) {
            return new DatabaseRecord(hive, view, revision);
        }
        DatabaseInput given = ShapeJson.read(revision.get().given(), DatabaseInput.builder());
        if (revision.get().seen().isEmpty()) {
            revisions.seen(revision.get().pointer(), ShapeJson.write(view));
            return new DatabaseRecord(hive, given, revision);
        }
        DatabaseInput seen = ShapeJson.read(revision.get().seen().get(), DatabaseInput.builder());
        return new DatabaseRecord(hive, Shapes.merge(seen, given, view), revision);
    }

    private static Optional<Revision> revision(Revisions revisions, Database hive) {
        return Pointer.in(hive)
                .flatMap(pointer ->
                        Optional.ofNullable(revisions.current(List.of(pointer)).get(pointer)));
    }

    private void readBack(Revisions revisions, String name) {
        hive(name).ifPresent(hive -> Pointer.in(hive)
                .ifPresent(pointer -> revisions.seen(pointer, ShapeJson.write(DatabaseView.fromHive(hive)))));
    }

    /** Returns the name of the lock under which one caller at a time works on a database. */
    static String lock(String hiveName) {
        return "glue database " + hiveName;
    }

    private <T> T alone(String hiveName, Function<Handle, T> work) {
        return state.alone(lock(hiveName), work);
    }
}
