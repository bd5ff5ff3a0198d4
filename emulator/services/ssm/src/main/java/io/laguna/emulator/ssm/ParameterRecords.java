package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.TagTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The parameters in the state, over one connection to it. */
record ParameterRecords(Handle handle) {
    private static final String SELECT = "select p.id, p.account, p.region, p.name, v.*, array(select label from"
            + " ssm_label l where l.parameter = v.parameter and l.version = v.version order by label collate \"C\")"
            + " as labels from ssm_parameter p join ssm_version v on v.parameter = p.id"
            + " where p.account = ? and p.region = ?";
    private static final String NAMED = " and p.name in (?, ?)";
    private static final String LATEST =
            " and v.version = (select max(version) from ssm_version w where w.parameter = p.id)";

    /** Returns the id of a parameter, which is made where there is none, held until the end of the transaction. */
    long lock(Caller owner, String name) {
        return handle.select(
                        "select id from ssm_parameter where account = ? and region = ? and name in (?, ?) for update",
                        owner.accountId(),
                        owner.region(),
                        name,
                        ParameterName.twin(name))
                .mapTo(Long.class)
                .findFirst()
                .orElseGet(() -> insert(owner, name));
    }

    private long insert(Caller owner, String name) {
        return handle.select(
                        "insert into ssm_parameter (account, region, name) values (?, ?, ?)"
                                + " on conflict (account, region, name) do update set name = excluded.name returning id",
                        owner.accountId(),
                        owner.region(),
                        name)
                .mapTo(Long.class)
                .one();
    }

    void insert(long parameter, ParameterRecord version) {
        handle.execute(
                "insert into ssm_version (parameter, version, type, value, key_id, description, allowed_pattern, tier,"
                        + " data_type, modified_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                parameter,
                version.version(),
                version.type().toString(),
                version.value(),
                version.keyId().orElse(null),
                version.description().orElse(null),
                version.allowedPattern().orElse(null),
                version.tier().toString(),
                version.dataType(),
                Timestamp.from(version.modifiedAt()));
    }

    Optional<ParameterRecord> latest(Caller owner, String name) {
        return handle.select(SELECT + LATEST + NAMED, owner.accountId(), owner.region(), name, ParameterName.twin(name))
                .map(ParameterRecords::read)
                .findFirst();
    }

    /** Returns all versions of a parameter, the oldest first. */
    List<ParameterRecord> history(Caller owner, String name) {
        return handle.select(
                        SELECT + NAMED + " order by v.version",
                        owner.accountId(),
                        owner.region(),
                        name,
                        ParameterName.twin(name))
                .map(ParameterRecords::read)
                .list();
    }

    /** Returns the latest version of each parameter, in the order of the names' characters. */
    List<ParameterRecord> all(Caller owner) {
        return handle.select(SELECT + LATEST + " order by p.name collate \"C\"", owner.accountId(), owner.region())
                .map(ParameterRecords::read)
                .list();
    }

    /** Deletes a parameter; tells whether there was one. */
    boolean delete(Caller owner, String name) {
        return handle.execute(
                        "delete from ssm_parameter where account = ? and region = ? and name in (?, ?)",
                        owner.accountId(),
                        owner.region(),
                        name,
                        ParameterName.twin(name))
                == 1;
    }

    void deleteVersion(ParameterRecord version) {
        handle.execute("delete from ssm_version where parameter = ? and version = ?", version.id(), version.version());
    }

    /** Puts a label to a version, from wherever it was. */
    void label(ParameterRecord version, String label) {
        handle.execute(
                "insert into ssm_label (parameter, label, version) values (?, ?, ?)"
                        + " on conflict (parameter, label) do update set version = excluded.version",
                version.id(),
                label,
                version.version());
    }

    void unlabel(ParameterRecord version, String label) {
        handle.execute("delete from ssm_label where parameter = ? and label = ?", version.id(), label);
    }

    TagTable tags() {
        return new TagTable(handle, "ssm_tag", "parameter");
    }

    private static ParameterRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new ParameterRecord(
                row.getLong("id"),
                new Caller(row.getString("account"), row.getString("region")),
                row.getString("name"),
                row.getLong("version"),
                ParameterType.fromValue(row.getString("type")),
                row.getString("value"),
                Optional.ofNullable(row.getString("key_id")),
                Optional.ofNullable(row.getString("description")),
                Optional.ofNullable(row.getString("allowed_pattern")),
                ParameterTier.fromValue(row.getString("tier")),
                row.getString("data_type"),
                row.getTimestamp("modified_at").toInstant(),
                Arrays.stream((Object[]) row.getArray("labels").getArray())
                        .map(Object::toString)
                        .toList());
    }
}
