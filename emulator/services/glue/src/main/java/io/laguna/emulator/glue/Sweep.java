package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.Pointer;
import io.laguna.emulator.glue.stored.StoredCatalog;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sweep, which removes the state of objects that are not in the metastore: they were dropped through Hive, or never
 * made because Laguna was killed in between.
 *
 * <p>State that no object of the metastore points at is invisible, so nothing has to wait for a sweep. Entities are
 * noted first and pointers collected after that; an entity that then seems dead is looked at again alone, since
 * somebody may be about to create it.
 */
final class Sweep implements AutoCloseable {
    private final StoredCatalog stored;
    private final State state;
    private final Worker worker = new Worker("glue-sweep", this::turn);

    Sweep(StoredCatalog stored, State state) {
        this.stored = stored;
        this.state = state;
    }

    /** Begins to sweep in the background, now and whenever it is wanted. */
    void start() {
        worker.start();
    }

    /** Lets the worker sweep, in a while where PostgreSQL does not answer. */
    void soon() {
        worker.wake();
    }

    private Optional<Duration> turn() {
        run();
        return Optional.of(Worker.UNTIL_WOKEN);
    }

    /** Sweeps now. */
    void run() {
        List<Owned> owned = state.read(handle -> handle.select("select e.id, e.kind, e.hive_database, e.hive_table,"
                        + " e.hive_name, array_agg(r.pointer) as pointers from glue_entity e"
                        + " left join glue_revision r on r.entity = e.id group by e.id")
                .map((row, context) -> new Owned(
                        new Entity(
                                row.getObject("id", UUID.class),
                                Entity.Kind.valueOf(row.getString("kind")),
                                row.getString("hive_database"),
                                row.getString("hive_table"),
                                row.getString("hive_name")),
                        known((String[]) row.getArray("pointers").getArray())))
                .list());
        Set<Pointer> live = live();
        owned.stream().filter(each -> !each.isIn(live)).forEach(this::removeIfDead);
    }

    /** An entity, and the pointers by which the metastore may know one of its revisions. */
    private record Owned(Entity entity, Set<Pointer> pointers) {
        boolean isIn(Set<Pointer> live) {
            return pointers.stream().anyMatch(live::contains);
        }
    }

    private void removeIfDead(Owned owned) {
        Entity entity = owned.entity();
        String lock =
                switch (entity.kind()) {
                    case DATABASE -> DatabaseRecords.lock(entity.hiveDatabase());
                    case TABLE -> TableRecords.lock(entity.hiveDatabase(), entity.hiveTable());
                    case PARTITION -> PartitionWrites.lock(entity.hiveDatabase(), entity.hiveTable());
                };
        state.alone(lock, handle -> {
            Set<Pointer> now =
                    switch (entity.kind()) {
                        case DATABASE -> database(entity);
                        case TABLE -> table(entity);
                        case PARTITION -> partition(entity);
                    };
            if (!owned.isIn(now)) {
                new Revisions(handle).remove(List.of(entity.id()));
            }
            return Optional.empty();
        });
    }

    /** Returns the pointers of all objects in the metastore. */
    private Set<Pointer> live() {
        Set<Pointer> live = new HashSet<>();
        stored.parameters(Pointer.PARAMETER).forEach(value -> live.add(new Pointer(value)));
        stored.tables()
                .created()
                .forEach(table -> live.add(Pointer.ofHiveMade(table.database(), table.name(), table.seconds())));
        return live;
    }

    private Set<Pointer> database(Entity entity) {
        return pointers(stored.databases().find(entity.hiveDatabase()).flatMap(Pointer::in));
    }

    private Set<Pointer> table(Entity entity) {
        return stored.tables()
                .find(entity.hiveDatabase(), entity.hiveTable())
                .map(table -> {
                    Set<Pointer> pointers = pointers(Pointer.in(table));
                    pointers.add(Pointer.ofHiveMade(table));
                    return pointers;
                })
                .orElseGet(Set::of);
    }

    private Set<Pointer> partition(Entity entity) {
        return stored
                .partitions()
                .partitions(entity.hiveDatabase(), entity.hiveTable(), List.of(entity.hivePartition()))
                .stream()
                .flatMap(partition -> Pointer.in(partition).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Pointer> pointers(Optional<Pointer> pointer) {
        return pointer.stream().collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Pointer> known(String[] values) {
        return Stream.of(values)
                .flatMap(value -> Optional.ofNullable(value).stream())
                .map(Pointer::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        worker.close();
    }
}
