package io.laguna.emulator.kit.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The deliveries of one queue, over one connection to the state. Whoever changes something puts the delivery that follows
 * from it into the same transaction: both are there after a kill, or neither.
 */
public record Deliveries(Handle handle, String queue) {
    private static final String FIRST_OF_ITS_KEY = " and (key is null or not exists (select from delivery earlier"
            + " where earlier.queue = delivery.queue and earlier.key = delivery.key"
            + " and earlier.number < delivery.number))";

    /** Puts a delivery that is due at once. */
    public void put(Optional<String> key, String body, Instant now) {
        handle.execute(
                "insert into delivery (queue, key, body, made_at, due_at) values (?, ?, ?, ?, ?)",
                queue,
                key.map(Delivery::kept).orElse(null),
                Delivery.kept(body),
                Timestamp.from(now),
                Timestamp.from(now));
    }

    /** Puts a delivery that is due at once, unless one of the same key has not arrived yet. */
    public void putOnce(String key, String body, Instant now) {
        boolean waits = handle.select(
                        "select 1 from delivery where queue = ? and key = ? limit 1", queue, Delivery.kept(key))
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (!waits) {
            put(Optional.of(key), body, now);
        }
    }

    /** Returns how many deliveries have not arrived. */
    public long count() {
        return handle.select("select count(*) from delivery where queue = ?", queue)
                .mapTo(Long.class)
                .one();
    }

    /** Returns the first deliveries that are due, at most so many, without those that are on their way. */
    List<Delivery> due(Instant now, Collection<Long> without, int most) {
        return handle.select(
                        "select * from delivery where queue = ? and due_at <= ? and not (number = any(?))"
                                + FIRST_OF_ITS_KEY + " order by number limit ?",
                        queue,
                        Timestamp.from(now),
                        without.toArray(new Long[0]),
                        most)
                .map(Deliveries::read)
                .list();
    }

    void forget(long number) {
        handle.execute("delete from delivery where number = ?", number);
    }

    /** Gives a delivery a key of its own, which begins with the one that it has. */
    void setAside(Delivery delivery) {
        delivery.key()
                .filter(key -> !key.contains(Delivery.ASIDE))
                .ifPresent(key -> handle.execute(
                        "update delivery set key = ? where number = ?",
                        key + Delivery.ASIDE + delivery.number(),
                        delivery.number()));
    }

    void postpone(long number, Instant due, boolean counted) {
        handle.execute(
                "update delivery set due_at = ?, attempts = attempts + ? where number = ?",
                Timestamp.from(due),
                counted ? 1 : 0,
                number);
    }

    private static Delivery read(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(
                row.getLong("number"),
                Optional.ofNullable(row.getString("key")),
                row.getString("body"),
                row.getInt("attempts"),
                row.getTimestamp("made_at").toInstant());
    }
}
