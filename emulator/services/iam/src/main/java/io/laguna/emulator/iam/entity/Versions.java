package io.laguna.emulator.iam.entity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The versions of policies, over one connection to the state. */
public record Versions(Handle handle) {
    /** A version of a policy. */
    public record Version(int number, String document, boolean isDefault, Instant createdAt) {
        /** Returns the id: {@code v1}. */
        public String id() {
            return "v" + number;
        }
    }

    /** Returns the versions of a policy, the latest first. */
    public List<Version> of(Entity policy) {
        return handle.select("select * from iam_version where policy = ? order by number desc", policy.id())
                .map(Versions::read)
                .list();
    }

    public Optional<Version> find(Entity policy, String id) {
        return of(policy).stream().filter(version -> version.id().equals(id)).findFirst();
    }

    public Version current(Entity policy) {
        return of(policy).stream().filter(Version::isDefault).findFirst().orElseThrow();
    }

    public Version insert(Entity policy, int number, String document, boolean isDefault, Instant now) {
        if (isDefault) {
            handle.execute("update iam_version set is_default = false where policy = ?", policy.id());
        }
        handle.execute(
                "insert into iam_version values (?, ?, ?, ?, ?)",
                policy.id(),
                number,
                document,
                isDefault,
                Timestamp.from(now));
        return new Version(number, document, isDefault, now);
    }

    public void makeDefault(Entity policy, int number) {
        handle.execute("update iam_version set is_default = (number = ?) where policy = ?", number, policy.id());
    }

    public void delete(Entity policy, int number) {
        handle.execute("delete from iam_version where policy = ? and number = ?", policy.id(), number);
    }

    private static Version read(ResultSet row, StatementContext context) throws SQLException {
        return new Version(
                row.getInt("number"),
                row.getString("document"),
                row.getBoolean("is_default"),
                row.getTimestamp("created_at").toInstant());
    }
}
