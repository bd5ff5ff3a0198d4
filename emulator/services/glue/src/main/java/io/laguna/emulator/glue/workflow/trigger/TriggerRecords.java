package io.laguna.emulator.glue.workflow.trigger;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.glue.model.Trigger;

/** The triggers in the state, over one connection to it. */
public record TriggerRecords(Handle handle) {
    private static final String SELECT = "select account, region, definition, request from glue_trigger";
    private static final String OF_CALLER = " where account = ? and region = ?";

    /** Adds a trigger; tells whether there was none of the name. */
    public boolean insert(TriggerRecord trigger, Instant now) {
        return handle.execute(
                        "insert into glue_trigger (account, region, name, definition, request, next_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        trigger.owner().accountId(),
                        trigger.owner().region(),
                        trigger.name(),
                        ShapeJson.write(trigger.definition()),
                        trigger.request().orElse(null),
                        trigger.dueAfter(now).map(Timestamp::from).orElse(null))
                == 1;
    }

    /** Replaces a trigger, whose schedule counts from now. */
    public void save(TriggerRecord trigger, Instant now) {
        handle.execute(
                "update glue_trigger set definition = ?, request = ?, next_at = ?"
                        + " where account = ? and region = ? and name = ?",
                ShapeJson.write(trigger.definition()),
                trigger.request().orElse(null),
                trigger.dueAfter(now).map(Timestamp::from).orElse(null),
                trigger.owner().accountId(),
                trigger.owner().region(),
                trigger.name());
    }

    public void delete(Caller owner, String name) {
        handle.execute(
                "delete from glue_trigger" + OF_CALLER + " and name = ?", owner.accountId(), owner.region(), name);
    }

    public Optional<TriggerRecord> find(Caller owner, String name) {
        return handle.select(SELECT + OF_CALLER + " and name = ?", owner.accountId(), owner.region(), name)
                .map(TriggerRecords::read)
                .findFirst();
    }

    /** Returns a trigger, held until the end of the transaction. */
    public Optional<TriggerRecord> lock(Caller owner, String name) {
        return handle.select(SELECT + OF_CALLER + " and name = ? for update", owner.accountId(), owner.region(), name)
                .map(TriggerRecords::read)
                .findFirst();
    }

    /** Returns all triggers of a caller in the order of their names' characters. */
    public List<TriggerRecord> all(Caller owner) {
        return handle.select(SELECT + OF_CALLER + " order by name collate \"C\"", owner.accountId(), owner.region())
                .map(TriggerRecords::read)
                .list();
    }

    /** Returns the triggers of a workflow. */
    public List<TriggerRecord> of(Caller owner, String workflow) {
        return all(owner).stream()
                .filter(trigger -> trigger.workflow().equals(Optional.of(workflow)))
                .toList();
    }

    /** Returns the triggers whose schedules are due, each held until the end of the transaction. */
    public List<TriggerRecord> due(Instant now) {
        return handle.select(SELECT + " where next_at <= ? order by next_at for update", Timestamp.from(now))
                .map(TriggerRecords::read)
                .list();
    }

    /** Returns when the next schedule is due; empty when none is. */
    public Optional<Instant> next() {
        return handle.select("select min(next_at) as next from glue_trigger")
                .map((row, context) -> Optional.ofNullable(row.getTimestamp("next")))
                .one()
                .map(Timestamp::toInstant);
    }

    private static TriggerRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new TriggerRecord(
                new Caller(row.getString("account"), row.getString("region")),
                ShapeJson.read(row.getString("definition"), Trigger.builder()),
                Optional.ofNullable(row.getString("request")));
    }
}
