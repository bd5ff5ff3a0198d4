package io.laguna.emulator.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.Announcements;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The events that wait for their delivery, over one connection to the state. Whoever changes something puts the event that
 * tells of it into the same transaction: both are there after a kill, or neither.
 */
public record Outbox(Handle handle) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An event in the order of the outbox. */
    record Waiting(long number, Event event) {}

    /** Puts an event, which is delivered once the transaction has been committed. */
    public void put(Event event) {
        handle.execute(
                "insert into event_outbox (id, source, detail_type, account, region, occurred_at, resources, detail)"
                        + " values (?, ?, ?, ?, ?, ?, string_to_array(?, ' '), ?)",
                event.id(),
                event.source(),
                event.detailType(),
                event.owner().accountId(),
                event.owner().region(),
                Timestamp.from(event.time()),
                String.join(" ", event.resources()),
                event.detail().toString());
        Announcements.announce(handle);
    }

    /** Returns the first events that are not delivered, at most so many, without some of them. */
    List<Waiting> waiting(int most, Collection<Long> without) {
        return handle.select(
                        "select * from event_outbox where delivered_at is null and not (number = any(?))"
                                + " order by number limit ?",
                        without.toArray(new Long[0]),
                        most)
                .map(Outbox::read)
                .list();
    }

    void delivered(long number, Instant now) {
        handle.execute("update event_outbox set delivered_at = ? where number = ?", Timestamp.from(now), number);
    }

    /** Deletes the events that were delivered before a time. */
    void prune(Instant before) {
        handle.execute("delete from event_outbox where delivered_at < ?", Timestamp.from(before));
    }

    private static Waiting read(ResultSet row, StatementContext context) throws SQLException {
        Array resources = row.getArray("resources");
        return new Waiting(
                row.getLong("number"),
                new Event(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("detail_type"),
                        new Caller(row.getString("account"), row.getString("region")),
                        row.getTimestamp("occurred_at").toInstant(),
                        Arrays.stream((Object[]) resources.getArray())
                                .map(Object::toString)
                                .toList(),
                        detail(row.getString("detail"))));
    }

    private static ObjectNode detail(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds an event that is no JSON", e);
        }
    }
}
