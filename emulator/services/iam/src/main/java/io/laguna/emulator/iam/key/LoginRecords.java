package io.laguna.emulator.iam.key;

import io.laguna.emulator.iam.entity.Entity;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The logins of users in the state, over one connection to it. */
public record LoginRecords(Handle handle) {
    /** A login. Nothing of its password is kept: there is no console to log in to. */
    public record Login(Instant createdAt, boolean mustReset) {}

    public Optional<Login> find(Entity user) {
        return handle.select("select * from iam_login where owner = ?", user.id())
                .map((row, context) ->
                        new Login(row.getTimestamp("created_at").toInstant(), row.getBoolean("must_reset")))
                .findFirst();
    }

    void put(Entity user, Login login) {
        handle.execute(
                "insert into iam_login values (?, ?, ?) on conflict (owner) do update"
                        + " set must_reset = excluded.must_reset",
                user.id(),
                Timestamp.from(login.createdAt()),
                login.mustReset());
    }

    void delete(Entity user) {
        handle.execute("delete from iam_login where owner = ?", user.id());
    }
}
