package io.laguna.emulator.logs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Log events in the state, over one connection to it. */
record EventRecords(Handle handle) {
    private static final String SELECT = "select e.time, e.id, e.ingested, e.message, s.name from logs_event e"
            + " join logs_stream s on s.id = e.stream where e.stream = any(?) and e.time >= ? and e.time < ?";

    /**
     * A part of the events of streams.
     *
     * @param from the first time
     * @param until the first time that is not in it
     */
    record Span(Collection<Long> streams, long from, long until) {
        private Object ids() {
            return streams.toArray(Long[]::new);
        }
    }

    /** An event that has yet to get its place. */
    record New(long time, String message) {}

    void insert(StreamRecord stream, List<New> events, long now) {
        PreparedBatch batch =
                handle.prepareBatch("insert into logs_event (stream, time, ingested, message) values (?, ?, ?, ?)");
        events.forEach(event -> batch.add(stream.id(), event.time(), now, event.message()));
        batch.execute();
    }

    /** Returns the first events behind a place, in their order. */
    List<Event> after(Span span, Event.Place place, int most) {
        return handle.select(
                        SELECT + " and (e.time, e.id) > (?, ?) order by e.time, e.id limit ?",
                        span.ids(),
                        span.from(),
                        span.until(),
                        place.time(),
                        place.id(),
                        most)
                .map(EventRecords::read)
                .list();
    }

    /** Returns the last events before a place, in their order. */
    List<Event> before(Span span, Event.Place place, int most) {
        return handle.select(
                        "select * from (" + SELECT
                                + " and (e.time, e.id) < (?, ?) order by e.time desc, e.id desc limit ?) l"
                                + " order by time, id",
                        span.ids(),
                        span.from(),
                        span.until(),
                        place.time(),
                        place.id(),
                        most)
                .map(EventRecords::read)
                .list();
    }

    private static Event read(ResultSet row, StatementContext context) throws SQLException {
        return new Event(
                new Event.Place(row.getLong("time"), row.getLong("id")),
                row.getString("name"),
                row.getLong("ingested"),
                row.getString("message"));
    }
}
