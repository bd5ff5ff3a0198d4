package io.laguna.emulator.kit.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deliveries of one queue, over one connection to the state. Whoever changes something puts the delivery that follows
 * from it into the same transaction: both are there after a kill, or neither.
 */
public record Deliveries(Handle handle, String queue) {
    /** How often a carrier may break with a delivery: with the pauses, for an hour and three quarters. */
    static final int MOST_BREAKS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final String SETTLING = "settling";
    /**
     * The classes of SQLSTATE by which the state says that a row is none that it takes.
     *
     * @see <a href="https://www.postgresql.org/docs/17/errcodes-appendix.html">PostgreSQL's error codes</a>
     */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    /** Pauses double until they are about eight minutes. */
    private static final int LONGEST_DOUBLING = 8;

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

    /** Puts deliveries that are due at once, without those of whose key another one has not arrived yet. */
    public void putOnce(Collection<NewDelivery> deliveries, Instant now) {
        if (deliveries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into delivery (queue, key, together, body, made_at, due_at) select ?, ?, ?, ?, ?, ?"
                        + " where not exists (select from delivery where queue = ? and key = ?)");
        deliveries.forEach(each -> batch.add(
                queue,
                Delivery.kept(each.key()),
                each.together().map(Delivery::kept).orElse(null),
                Delivery.kept(each.body()),
                Timestamp.from(now),
                Timestamp.from(now),
                queue,
                each.key()));
        batch.execute();
    }

    /** Returns how many deliveries have not arrived. */
    public long count() {
        return handle.select("select count(*) from delivery where queue = ?", queue)
                .mapTo(Long.class)
                .one();
    }

    /** Returns deliveries that are due, those that have been so for longest first, without those that are on their way. */
    List<Delivery> due(Instant now, Collection<Long> without, int most) {
        // The table is empty at one moment and long at the next: a plan that was made for the one is wrong for the
        // other.
        handle.execute("set local plan_cache_mode = force_custom_plan");
        return handle.select(
                        "select * from delivery where queue = ? and due_at <= ? and not (number = any(?))"
                                + FIRST_OF_ITS_KEY + " order by due_at, number limit ?",
                        queue,
                        Timestamp.from(now),
                        without.toArray(new Long[0]),
                        most)
                .map(Deliveries::read)
                .list();
    }

    /**
     * Keeps how attempts ended, within a transaction. One that the state does not take, such as one whose key becomes too
     * long, is given up: it would keep all others from being settled.
     */
    void settle(Collection<Ended> attempts) {
        if (refusal(attempts).isPresent()) {
            attempts.forEach(each -> refusal(List.of(each)).ifPresent(reason -> giveUp(each.delivery(), reason)));
        }
    }

    /**
     * Settles attempts, or none of them when the state refuses a row; returns why it does. What else it fails of passes, and is
     * no reason to lose one.
     */
    private Optional<String> refusal(Collection<Ended> attempts) {
        try {
            handle.savepoint(SETTLING);
            settleAll(attempts);
            handle.releaseSavepoint(SETTLING);
            return Optional.empty();
        } catch (JdbiException e) {
            boolean refused = e.getCause() instanceof SQLException sql
                    && sql.getSQLState() != null
                    && REFUSALS.contains(sql.getSQLState().substring(0, 2));
            if (!refused) {
                throw e;
            }
            handle.rollbackToSavepoint(SETTLING);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void settleAll(Collection<Ended> attempts) {
        Long[] done = attempts.stream()
                .filter(each -> each.arrival() instanceof Arrival.Done)
                .map(each -> each.delivery().number())
                .toArray(Long[]::new);
        if (done.length > 0) {
            handle.execute("delete from delivery where number = any(?)", (Object) done);
        }
        attempts.forEach(this::postpone);
    }

    private void postpone(Ended attempt) {
        long number = attempt.delivery().number();
        if (attempt.arrival() instanceof Arrival.Again again) {
            postpone(number, attempt.at().plus(again.pause()), again.counted());
        } else if (attempt.arrival() instanceof Arrival.Aside aside) {
            postpone(number, attempt.at().plus(aside.pause()), true);
            setAside(attempt.delivery());
        } else if (attempt.arrival() instanceof Arrival.Broken broken) {
            breakOff(attempt, broken);
        }
    }

    private void breakOff(Ended attempt, Arrival.Broken broken) {
        int before = attempt.delivery().breaks();
        if (before + 1 >= MOST_BREAKS) {
            giveUp(attempt.delivery(), broken.reason());
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(before, LONGEST_DOUBLING));
        handle.execute(
                "update delivery set due_at = ?, breaks = breaks + 1 where number = ?",
                Timestamp.from(attempt.at().plus(pause)),
                attempt.delivery().number());
    }

    private void giveUp(Delivery delivery, String reason) {
        LOG.error("Delivery {} of {} is given up: {}", delivery.number(), queue, reason);
        handle.execute("delete from delivery where number = ?", delivery.number());
    }

    private void postpone(long number, Instant due, boolean counted) {
        handle.execute(
                "update delivery set due_at = ?, attempts = attempts + ? where number = ?",
                Timestamp.from(due),
                counted ? 1 : 0,
                number);
    }

    /** Gives a delivery a key of its own, which begins with the one that it has. */
    private void setAside(Delivery delivery) {
        delivery.key()
                .filter(key -> !key.contains(Delivery.ASIDE))
                .ifPresent(key -> handle.execute(
                        "update delivery set key = ? where number = ?",
                        key + Delivery.ASIDE + delivery.number(),
                        delivery.number()));
    }

    private static Delivery read(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(
                row.getLong("number"),
                Optional.ofNullable(row.getString("key")),
                Optional.ofNullable(row.getString("together")),
                row.getString("body"),
                row.getInt("attempts"),
                row.getInt("breaks"),
                row.getTimestamp("made_at").toInstant());
    }
}
