package io.laguna.emulator.iam.key;

import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Entity.Use;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The access keys in the state, over one connection to it. */
public record KeyRecords(Handle handle) {
    void insert(KeyRecord key) {
        handle.execute(
                "insert into iam_key (id, owner, sealed, active, created_at) values (?, ?, ?, ?, ?)",
                key.id(),
                key.owner(),
                key.sealed(),
                key.active(),
                Timestamp.from(key.createdAt()));
    }

    /** Returns the keys of a user, the oldest first. */
    public List<KeyRecord> of(Entity user) {
        return handle.select("select * from iam_key where owner = ? order by created_at, id", user.id())
                .map(KeyRecords::read)
                .list();
    }

    /** Returns the ids of all keys of all accounts. */
    List<String> ids() {
        return handle.select("select id from iam_key").mapTo(String.class).list();
    }

    Optional<KeyRecord> find(String id) {
        return handle.select("select * from iam_key where id = ?", id)
                .map(KeyRecords::read)
                .findFirst();
    }

    void setActive(String id, boolean active) {
        handle.execute("update iam_key set active = ? where id = ?", active, id);
    }

    void used(String id, Use use) {
        handle.execute(
                "update iam_key set used_at = ?, used_service = ?, used_region = ? where id = ?",
                Timestamp.from(use.time()),
                use.service(),
                use.region(),
                id);
    }

    void delete(String id) {
        handle.execute("delete from iam_key where id = ?", id);
    }

    private static KeyRecord read(ResultSet row, StatementContext context) throws SQLException {
        String service = row.getString("used_service");
        String region = row.getString("used_region");
        return new KeyRecord(
                row.getString("id"),
                row.getLong("owner"),
                row.getString("sealed"),
                row.getBoolean("active"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("used_at"))
                        .map(time -> new Use(time.toInstant(), service, region)));
    }
}
