package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The event buses in the state, over one connection to it. */
record BusRecords(Handle handle) {
    private static final String SELECT = "select * from events_bus where account = ? and region = ?";

    /** Makes a bus; empty where there is one of the name. */
    Optional<BusRecord> insert(Caller owner, String name, Optional<String> description, Instant now) {
        return handle.select(
                        "insert into events_bus (account, region, name, description, created_at, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing returning *",
                        owner.accountId(),
                        owner.region(),
                        name,
                        description.orElse(null),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .map(BusRecords::read)
                .findFirst();
    }

    /** Returns a bus; the default one is made when it is first asked for. */
    Optional<BusRecord> find(Caller owner, String name, Instant now) {
        Optional<BusRecord> found = handle.select(SELECT + " and name = ?", owner.accountId(), owner.region(), name)
                .map(BusRecords::read)
                .findFirst();
        return found.isEmpty() && name.equals(BusRecord.DEFAULT)
                ? insert(owner, name, Optional.empty(), now).or(() -> find(owner, name, now))
                : found;
    }

    /** Returns the bus that a request names, by its name or its ARN; the default one where it names none. */
    BusRecord require(Caller caller, String given, Instant now) {
        BusName name = BusName.of(caller, given);
        return find(name.owner(), name.name(), now).orElseThrow(() -> Failures.noBus(name.name()));
    }

    /** Returns a bus that nobody else changes before the transaction ends. */
    BusRecord lock(BusRecord bus) {
        return handle.select("select * from events_bus where id = ? for update", bus.id())
                .map(BusRecords::read)
                .findFirst()
                .orElseThrow(() -> Failures.noBus(bus.name()));
    }

    Optional<BusRecord> ofId(long id) {
        return handle.select("select * from events_bus where id = ?", id)
                .map(BusRecords::read)
                .findFirst();
    }

    List<BusRecord> all(Caller owner) {
        return handle.select(SELECT + " order by name collate \"C\"", owner.accountId(), owner.region())
                .map(BusRecords::read)
                .list();
    }

    void describe(long id, Optional<String> description, Instant now) {
        handle.execute(
                "update events_bus set description = ?, changed_at = ? where id = ?",
                description.orElse(null),
                Timestamp.from(now),
                id);
    }

    void setPolicy(long id, Optional<String> policy, Instant now) {
        handle.execute(
                "update events_bus set policy = ?, changed_at = ? where id = ?",
                policy.orElse(null),
                Timestamp.from(now),
                id);
    }

    void delete(long id) {
        handle.execute("delete from events_bus where id = ?", id);
    }

    private static BusRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new BusRecord(
                row.getLong("id"),
                new Caller(row.getString("account"), row.getString("region")),
                row.getString("name"),
                Optional.ofNullable(row.getString("description")),
                Optional.ofNullable(row.getString("policy")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
