package io.laguna.emulator.secretsmanager;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The versions of secrets and their stages in the state, over one connection to it. */
record VersionRecords(Handle handle) {
    private static final String SELECT = "select * from secretsmanager_version where secret = ?";

    void insert(VersionRecord version) {
        handle.execute(
                "insert into secretsmanager_version (secret, id, created_at, is_binary, sealed) values (?, ?, ?, ?, ?)",
                version.secret(),
                version.id(),
                Timestamp.from(version.createdAt()),
                version.isBinary(),
                version.sealed());
    }

    Optional<VersionRecord> find(long secret, String id) {
        return handle.select(SELECT + " and id = ?", secret, id)
                .map(VersionRecords::read)
                .findFirst();
    }

    /** Returns the versions of a secret, the oldest first. */
    List<VersionRecord> of(long secret) {
        return handle.select(SELECT + " order by number", secret)
                .map(VersionRecords::read)
                .list();
    }

    void accessed(long secret, String id, LocalDate today) {
        handle.execute(
                "update secretsmanager_version set accessed_on = ? where secret = ? and id = ?", today, secret, id);
    }

    Stages stages(long secret) {
        Map<String, String> versions = new HashMap<>();
        handle.select("select stage, version from secretsmanager_stage where secret = ?", secret)
                .map((row, context) -> Map.entry(row.getString("stage"), row.getString("version")))
                .forEach(stage -> versions.put(stage.getKey(), stage.getValue()));
        return new Stages(versions);
    }

    void save(long secret, Stages stages) {
        handle.execute("delete from secretsmanager_stage where secret = ?", secret);
        if (!stages.versions().isEmpty()) {
            PreparedBatch batch =
                    handle.prepareBatch("insert into secretsmanager_stage (secret, stage, version) values (?, ?, ?)");
            stages.versions().forEach((stage, version) -> batch.add(secret, stage, version));
            batch.execute();
        }
    }

    /** Deletes versions without a stage that are older than a time, except for the latest of these. */
    void prune(Instant before, int kept) {
        handle.execute(
                "delete from secretsmanager_version v using (select secret, id, created_at, row_number() over"
                        + " (partition by secret order by number desc) as place from secretsmanager_version w where"
                        + " not exists (select 1 from secretsmanager_stage s where s.secret = w.secret and"
                        + " s.version = w.id)) old where v.secret = old.secret and v.id = old.id and old.place > ?"
                        + " and old.created_at < ?",
                kept,
                Timestamp.from(before));
    }

    private static VersionRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new VersionRecord(
                row.getLong("secret"),
                row.getString("id"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getObject("accessed_on", LocalDate.class)),
                row.getBoolean("is_binary"),
                row.getString("sealed"));
    }
}
