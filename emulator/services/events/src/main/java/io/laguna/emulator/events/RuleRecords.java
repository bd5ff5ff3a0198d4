package io.laguna.emulator.events;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.TagTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The rules and their targets in the state, over one connection to it. */
record RuleRecords(Handle handle) {
    /** Makes a rule, or puts another one into its place; its targets stay. */
    RuleRecord put(
            BusRecord bus,
            String name,
            Optional<String> pattern,
            Optional<String> schedule,
            Optional<String> description,
            Optional<String> role,
            boolean enabled,
            Instant now,
            Optional<Instant> next) {
        handle.execute(
                "insert into events_rule (bus, name, pattern, schedule, description, role, enabled, created_at, next_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (bus, name) do update set"
                        + " pattern = excluded.pattern, schedule = excluded.schedule,"
                        + " description = excluded.description, role = excluded.role, enabled = excluded.enabled,"
                        + " next_at = excluded.next_at",
                bus.id(),
                name,
                pattern.orElse(null),
                schedule.orElse(null),
                description.orElse(null),
                role.orElse(null),
                enabled,
                Timestamp.from(now),
                next.map(Timestamp::from).orElse(null));
        return find(bus, name).orElseThrow();
    }

    Optional<RuleRecord> find(BusRecord bus, String name) {
        return handle.select("select * from events_rule where bus = ? and name = ?", bus.id(), name)
                .map((row, context) -> read(row, bus))
                .findFirst();
    }

    RuleRecord require(BusRecord bus, String name) {
        return find(bus, name).orElseThrow(() -> Failures.noRule(name, bus.name()));
    }

    Optional<RuleRecord> ofId(long id) {
        return handle.select("select * from events_rule where id = ?", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    /** Returns the rules of a bus in the order of their names. */
    List<RuleRecord> of(BusRecord bus) {
        return handle.select("select * from events_rule where bus = ? order by name collate \"C\"", bus.id())
                .map((row, context) -> read(row, bus))
                .list();
    }

    /** Returns the rules whose schedule is due, held until the end of the transaction. */
    List<RuleRecord> due(Instant now) {
        return handle.select(
                        "select * from events_rule where enabled and next_at <= ? order by next_at for update",
                        Timestamp.from(now))
                .map((row, context) -> read(row))
                .list();
    }

    Optional<Instant> next() {
        return handle.select("select min(next_at) as next from events_rule where enabled")
                .map((row, context) ->
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .one();
    }

    void enable(long id, boolean enabled, Optional<Instant> next) {
        handle.execute(
                "update events_rule set enabled = ?, next_at = ? where id = ?",
                enabled,
                next.map(Timestamp::from).orElse(null),
                id);
    }

    void delete(RuleRecord rule) {
        handle.execute("delete from events_rule where id = ?", rule.id());
        tags().removeAll(rule.arn());
    }

    void put(RuleRecord rule, Target target) {
        handle.execute(
                "insert into events_target (rule, id, definition) values (?, ?, ?) on conflict (rule, id) do update set"
                        + " definition = excluded.definition",
                rule.id(),
                target.id(),
                ShapeJson.write(target));
    }

    void remove(RuleRecord rule, String target) {
        handle.execute("delete from events_target where rule = ? and id = ?", rule.id(), target);
    }

    List<Target> targets(RuleRecord rule) {
        return handle.select("select definition from events_target where rule = ? order by number", rule.id())
                .map((row, context) -> ShapeJson.read(row.getString("definition"), Target.builder()))
                .list();
    }

    TagTable tags() {
        return new TagTable(handle, "events_tag", "resource");
    }

    private RuleRecord read(ResultSet row) throws SQLException {
        return read(row, new BusRecords(handle).ofId(row.getLong("bus")).orElseThrow());
    }

    private static RuleRecord read(ResultSet row, BusRecord bus) throws SQLException {
        return new RuleRecord(
                row.getLong("id"),
                bus,
                row.getString("name"),
                Optional.ofNullable(row.getString("pattern")),
                Optional.ofNullable(row.getString("schedule")),
                Optional.ofNullable(row.getString("description")),
                Optional.ofNullable(row.getString("role")),
                row.getBoolean("enabled"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("next_at")).map(Timestamp::toInstant));
    }
}
