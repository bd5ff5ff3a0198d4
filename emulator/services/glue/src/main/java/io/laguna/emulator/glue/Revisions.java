package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.Pointer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The revisions in the state, over one connection to it. */
final class Revisions {
    private static final String SELECT =
            "select r.entity, r.version, r.pointer, r.given, r.seen, r.replaces, r.written_at, e.hive_created, e.created_at"
                    + " from glue_revision r join glue_entity e on e.id = r.entity ";

    /**
     * The query for the revisions of an array of pointers. Hive may have changed an object a thousand times under one
     * pointer: only the last revision is read.
     */
    private static final String CURRENT =
            "select r.entity, r.version, r.pointer, r.given, r.seen, r.replaces, r.written_at, e.hive_created, e.created_at"
                    + " from unnest(?) as wanted (pointer) cross join lateral"
                    + " (select * from glue_revision where pointer = wanted.pointer order by version desc limit 1) r"
                    + " join glue_entity e on e.id = r.entity";

    private final Handle handle;

    Revisions(Handle handle) {
        this.handle = handle;
    }

    /**
     * Returns the revision that each pointer names now. Every read of the catalog calls this, so it uses JDBC directly.
     */
    Map<Pointer, Revision> current(Collection<Pointer> pointers) {
        Map<Pointer, Revision> found = new HashMap<>();
        if (pointers.isEmpty()) {
            return found;
        }
        Object[] values = pointers.stream().map(Pointer::value).toArray();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(CURRENT)) {
            statement.setArray(1, handle.getConnection().createArrayOf("text", values));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Revision revision = revision(rows);
                    found.put(revision.pointer(), revision);
                }
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
        return found;
    }

    /** Returns the versions of an entity up to this one, the newest first. */
    List<Revision> versions(UUID entity, long upTo) {
        return rows(SELECT + "where r.entity = ? and r.version <= ? order by r.version desc", entity, upTo)
                .list();
    }

    Optional<Revision> version(UUID entity, long version) {
        return rows(SELECT + "where r.entity = ? and r.version = ?", entity, version)
                .findFirst();
    }

    void add(Entity entity, Optional<UUID> parent) {
        handle.execute(
                "insert into glue_entity (id, kind, hive_database, hive_table, hive_name, parent) values (?, ?, ?, ?, ?, ?)",
                entity.id(),
                entity.kind().name(),
                entity.hiveDatabase(),
                entity.hiveTable(),
                entity.hivePartition(),
                parent.orElse(null));
    }

    /** Adds a version. Versions with this or a higher number never came to hold, and are deleted. */
    void add(UUID entity, long version, Pointer pointer, String given, Optional<String> seen) {
        add(entity, version, pointer, given, seen, OptionalLong.empty());
    }

    /**
     * Adds a version, as {@link #add(UUID, long, Pointer, String, Optional)} does.
     *
     * @param replaces the version that is deleted as soon as the new one holds
     */
    void add(UUID entity, long version, Pointer pointer, String given, Optional<String> seen, OptionalLong replaces) {
        handle.execute("delete from glue_revision where entity = ? and version >= ?", entity, version);
        handle.execute(
                "insert into glue_revision (entity, version, pointer, given, seen, replaces) values (?, ?, ?, ?, ?, ?)",
                entity,
                version,
                pointer.value(),
                given,
                seen.orElse(null),
                replaces.isPresent() ? replaces.getAsLong() : null);
    }

    /** Adds many entities with their first revision. */
    void addAll(List<FirstRevision> revisions) {
        handle.useTransaction(transaction -> {
            PreparedBatch entities = transaction.prepareBatch(
                    "insert into glue_entity (id, kind, hive_database, hive_table, hive_name, parent) values (?, ?, ?, ?, ?, ?)");
            PreparedBatch firsts = transaction.prepareBatch(
                    "insert into glue_revision (entity, version, pointer, given) values (?, 0, ?, ?)");
            for (FirstRevision each : revisions) {
                Entity entity = each.entity();
                entities.add(
                        entity.id(),
                        entity.kind().name(),
                        entity.hiveDatabase(),
                        entity.hiveTable(),
                        entity.hivePartition(),
                        each.parent().orElse(null));
                firsts.add(entity.id(), each.pointer().value(), each.given());
            }
            entities.execute();
            firsts.execute();
        });
    }

    /** Notes the metastore's view of an object that was written. */
    void seen(Pointer pointer, String seen) {
        handle.execute("update glue_revision set seen = ? where pointer = ?", seen, pointer.value());
    }

    /** Notes the metastore's views of many objects, as {@link #seen(Pointer, String)} does. */
    void seen(Map<Pointer, String> views) {
        if (views.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("update glue_revision set seen = ? where pointer = ?");
        views.forEach((pointer, seen) -> batch.add(seen, pointer.value()));
        batch.execute();
    }

    /**
     * Notes the metastore's view, as {@link #seen(Pointer, String)} does, for the version that was just observed or
     * written.
     */
    void seen(UUID entity, long version, String seen) {
        handle.execute("update glue_revision set seen = ? where entity = ? and version = ?", seen, entity, version);
    }

    void located(UUID entity, String hiveDatabase, String hiveTable, int hiveCreated) {
        handle.execute(
                "update glue_entity set hive_database = ?, hive_table = ?, hive_created = ? where id = ?",
                hiveDatabase,
                hiveTable,
                hiveCreated,
                entity);
    }

    /** Tells whether an entity was last seen under this name. */
    boolean hasTable(String hiveDatabase, String hiveTable) {
        return handle.select(
                        "select 1 from glue_entity where hive_database = ? and hive_table = ? limit 1",
                        hiveDatabase,
                        hiveTable)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    boolean removeVersion(UUID entity, long version) {
        return handle.execute("delete from glue_revision where entity = ? and version = ?", entity, version) > 0;
    }

    void remove(Collection<UUID> entities) {
        if (!entities.isEmpty()) {
            handle.execute("delete from glue_entity where id = any(?)", (Object) entities.toArray(new UUID[0]));
        }
    }

    void removeDatabase(String hiveDatabase) {
        handle.execute("delete from glue_entity where hive_database = ?", hiveDatabase);
    }

    private ResultIterable<Revision> rows(String sql, Object... arguments) {
        return handle.select(sql, arguments).map((row, context) -> revision(row));
    }

    private static Revision revision(ResultSet row) throws SQLException {
        long replaced = row.getLong("replaces");
        OptionalLong replaces = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(replaced);
        int created = row.getInt("hive_created");
        OptionalInt hiveCreated = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(created);
        return new Revision(
                row.getObject("entity", UUID.class),
                row.getLong("version"),
                new Pointer(row.getString("pointer")),
                row.getString("given"),
                Optional.ofNullable(row.getString("seen")),
                replaces,
                instant(row, "written_at"),
                hiveCreated,
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** An entity that is about to be made, and its first definition. */
    record FirstRevision(Entity entity, Optional<UUID> parent, Pointer pointer, String given) {}
}
