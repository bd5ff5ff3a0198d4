package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.TagTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The secrets in the state, over one connection to it. */
record SecretRecords(Handle handle) {
    private static final String SELECT = "select * from secretsmanager_secret where ";
    private static final String OF_CALLER = "account = ? and region = ?";

    /** Makes a secret; empty where there is one of the name. */
    Optional<SecretRecord> insert(Caller owner, String name, String suffix, Instant now) {
        return handle.select(
                        "insert into secretsmanager_secret (account, region, name, suffix, created_at, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing returning *",
                        owner.accountId(),
                        owner.region(),
                        name,
                        suffix,
                        Timestamp.from(now),
                        Timestamp.from(now))
                .map(SecretRecords::read)
                .findFirst();
    }

    Optional<SecretRecord> find(Caller owner, String name) {
        return handle.select(SELECT + OF_CALLER + " and name = ?", owner.accountId(), owner.region(), name)
                .map(SecretRecords::read)
                .findFirst();
    }

    Optional<SecretRecord> lock(long id) {
        return handle.select(SELECT + "id = ? for update", id)
                .map(SecretRecords::read)
                .findFirst();
    }

    List<SecretRecord> all(Caller owner) {
        return handle.select(SELECT + OF_CALLER + " order by id", owner.accountId(), owner.region())
                .map(SecretRecords::read)
                .list();
    }

    void describe(long id, Optional<String> description, Optional<String> kmsKey) {
        handle.execute(
                "update secretsmanager_secret set description = coalesce(?, description),"
                        + " kms_key = coalesce(?, kms_key) where id = ?",
                description.orElse(null),
                kmsKey.orElse(null),
                id);
    }

    void changed(long id, Instant now) {
        handle.execute("update secretsmanager_secret set changed_at = ? where id = ?", Timestamp.from(now), id);
    }

    void accessed(long id, LocalDate today) {
        handle.execute("update secretsmanager_secret set accessed_on = ? where id = ?", today, id);
    }

    void setPolicy(long id, Optional<String> policy) {
        handle.execute("update secretsmanager_secret set policy = ? where id = ?", policy.orElse(null), id);
    }

    /** Marks a secret for deletion; both times are empty to take the mark away. */
    void mark(long id, Optional<Instant> now, Optional<Instant> purge) {
        handle.execute(
                "update secretsmanager_secret set deleted_at = ?, purge_at = ? where id = ?",
                now.map(Timestamp::from).orElse(null),
                purge.map(Timestamp::from).orElse(null),
                id);
    }

    void delete(long id) {
        handle.execute("delete from secretsmanager_secret where id = ?", id);
    }

    /** Deletes the secrets whose recovery window has passed. */
    void purge(Instant now) {
        handle.execute("delete from secretsmanager_secret where purge_at <= ?", Timestamp.from(now));
    }

    TagTable tags() {
        return new TagTable(handle, "secretsmanager_tag", "secret");
    }

    private static SecretRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new SecretRecord(
                row.getLong("id"),
                new Caller(row.getString("account"), row.getString("region")),
                row.getString("name"),
                row.getString("suffix"),
                Optional.ofNullable(row.getString("description")),
                Optional.ofNullable(row.getString("kms_key")),
                Optional.ofNullable(row.getString("policy")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                Optional.ofNullable(row.getObject("accessed_on", LocalDate.class)),
                Optional.ofNullable(row.getTimestamp("deleted_at")).map(Timestamp::toInstant));
    }
}
