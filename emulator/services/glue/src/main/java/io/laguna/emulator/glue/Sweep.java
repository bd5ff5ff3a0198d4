package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.Metastore;
import io.laguna.emulator.glue.hive.Pointer;
import io.laguna.emulator.kit.state.State;
import io.trino.hive.thrift.metastore.Database;
import io.trino.hive.thrift.metastore.NoSuchObjectException;
import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.Table;
import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import software.amazon.awssdk.services.glue.model.GlueException;

/**
 * Removes the state of what is no longer in the metastore: dropped through Hive, or never made because Laguna was
 * killed in between.
 *
 * <p>State that nothing in the metastore points at is invisible, so nothing waits for a sweep. Entities are noted first
 * and pointers collected after that; an entity that then seems dead is looked at again alone, since somebody may be
 * about to create it.
 */
final class Sweep implements AutoCloseable {
    private static final int BATCH = 200;
    private static final long RETRY_SECONDS = 15;

    private final Metastore metastore;
    private final State state;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread sweeper = new Thread(work, "glue-sweep");
        sweeper.setDaemon(true);
        return sweeper;
    });
    private final AtomicBoolean wanted = new AtomicBoolean();

    Sweep(Metastore metastore, State state) {
        this.metastore = metastore;
        this.state = state;
    }

    /** Sweeps in the background; again in a while when the metastore or the state does not answer. */
    void soon() {
        in(0);
    }

    private void in(long seconds) {
        if (wanted.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, thread).execute(this::attempt);
        }
    }

    private void attempt() {
        wanted.set(false);
        try {
            run();
        } catch (GlueException | JdbiException e) {
            in(RETRY_SECONDS);
        }
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
        Set<Pointer> live = objects();
        List<Owned> partitions = owned.stream()
                .filter(each -> each.entity().kind() == Entity.Kind.PARTITION)
                .toList();
        live.addAll(partitions(partitions));
        owned.stream().filter(each -> !each.isIn(live)).forEach(this::removeIfDead);
    }

    /** An entity, and what the metastore may know one of its revisions by. */
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
                        case DATABASE -> database(entity.hiveDatabase());
                        case TABLE -> table(entity.hiveDatabase(), entity.hiveTable());
                        case PARTITION -> partitions(List.of(owned));
                    };
            if (!owned.isIn(now)) {
                new Revisions(handle).remove(List.of(entity.id()));
            }
            return Optional.empty();
        });
    }

    private Set<Pointer> objects() {
        Set<Pointer> live = new HashSet<>();
        for (String database : metastore.read(ThriftHiveMetastore.Iface::getAllDatabases)) {
            live.addAll(database(database));
            List<String> names = metastore.read(client -> client.getAllTables(database));
            for (int start = 0; start < names.size(); start += BATCH) {
                live.addAll(tables(database, names.subList(start, Math.min(start + BATCH, names.size()))));
            }
        }
        return live;
    }

    private Set<Pointer> database(String hiveName) {
        return metastore
                .read(client -> {
                    try {
                        return Optional.of(client.getDatabase(hiveName));
                    } catch (NoSuchObjectException e) {
                        return Optional.<Database>empty();
                    }
                })
                .flatMap(Pointer::in)
                .map(Set::of)
                .orElseGet(Set::of);
    }

    private Set<Pointer> table(String database, String name) {
        return metastore
                .read(client -> {
                    try {
                        return Optional.of(client.getTable(database, name));
                    } catch (NoSuchObjectException e) {
                        return Optional.<Table>empty();
                    }
                })
                .map(table -> pointers(List.of(table)))
                .orElseGet(Set::of);
    }

    private Set<Pointer> tables(String database, List<String> names) {
        return pointers(metastore.read(client -> client.getTableObjectsByName(database, names)));
    }

    private static Set<Pointer> pointers(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> Stream.concat(Pointer.in(table).stream(), Stream.of(Pointer.ofHiveMade(table))))
                .collect(Collectors.toSet());
    }

    private Set<Pointer> partitions(List<Owned> owned) {
        Set<Pointer> live = new HashSet<>();
        Map<List<String>, List<String>> byTable = owned.stream()
                .map(Owned::entity)
                .collect(Collectors.groupingBy(
                        entity -> List.of(entity.hiveDatabase(), entity.hiveTable()),
                        Collectors.mapping(Entity::hivePartition, Collectors.toList())));
        byTable.forEach((table, names) -> {
            for (int start = 0; start < names.size(); start += BATCH) {
                List<String> batch = new ArrayList<>(names.subList(start, Math.min(start + BATCH, names.size())));
                partitions(table.get(0), table.get(1), batch).stream()
                        .map(Pointer::in)
                        .flatMap(Optional::stream)
                        .forEach(live::add);
            }
        });
        return live;
    }

    private List<Partition> partitions(String database, String table, List<String> names) {
        return metastore.read(client -> {
            try {
                return client.getPartitionsByNames(database, table, names);
            } catch (NoSuchObjectException e) {
                return List.of();
            }
        });
    }

    private static Set<Pointer> known(String[] values) {
        return Stream.of(values)
                .flatMap(value -> Optional.ofNullable(value).stream())
                .map(Pointer::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
