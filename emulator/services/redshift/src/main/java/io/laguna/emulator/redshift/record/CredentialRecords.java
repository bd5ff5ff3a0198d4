package io.laguna.emulator.redshift.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Temporary credentials in the state, over one connection to it. */
public record CredentialRecords(Handle handle) {
    /** Keeps new credentials, and forgets those that have expired. */
    public void insert(CredentialRecord record, Instant now) {
        handle.execute("delete from redshift_credential where expires_at < ?", Timestamp.from(now));
        handle.execute(
                "insert into redshift_credential values (?, ?, ?, ?, ?, ?, ?, ?)",
                record.namespace(),
                record.user(),
                record.digest(),
                record.role(),
                record.database().orElse(null),
                record.autoCreate(),
                String.join(",", record.groups()),
                Timestamp.from(record.expires()));
    }

    /** Returns a user's credentials that are good now. */
    public List<CredentialRecord> find(UUID namespace, String user, Instant now) {
        return handle.select(
                        "select * from redshift_credential where namespace = ? and user_name = ? and expires_at > ?",
                        namespace,
                        user,
                        Timestamp.from(now))
                .map(CredentialRecords::record)
                .list();
    }

    void deleteAll(UUID namespace) {
        handle.execute("delete from redshift_credential where namespace = ?", namespace);
    }

    private static CredentialRecord record(ResultSet row, StatementContext context) throws SQLException {
        String groups = row.getString("groups");
        return new CredentialRecord(
                row.getObject("namespace", UUID.class),
                row.getString("user_name"),
                row.getString("digest"),
                row.getString("role"),
                Optional.ofNullable(row.getString("database")),
                row.getBoolean("auto_create"),
                groups.isEmpty() ? List.of() : List.of(groups.split(",")),
                row.getTimestamp("expires_at").toInstant());
    }
}
