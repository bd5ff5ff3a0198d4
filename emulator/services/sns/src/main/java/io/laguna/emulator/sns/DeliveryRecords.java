package io.laguna.emulator.sns;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is on its way to subscribers, in the state, over one connection to it. */
record DeliveryRecords(Handle handle) {
    private static final Duration DEDUPLICATED = Duration.ofMinutes(5);

    /** A message for one subscriber. */
    record Delivery(long id, UUID subscription, Publication message, int attempts) {}

    /** What a deduplication id stands for already. */
    record Earlier(String messageId, String sequence) {}

    void put(UUID subscription, Publication message, Instant now) {
        handle.execute(
                "insert into sns_delivery (subscription, message, next_at) values (?, ?, ?)",
                subscription,
                message.json(),
                Timestamp.from(now));
    }

    /** Returns the deliveries that are due, the first one of each subscription only, so that they keep their order. */
    List<Delivery> due(Instant now, int most) {
        return handle.select(
                        "select d.* from sns_delivery d join (select subscription, min(id) as id from sns_delivery"
                                + " group by subscription) f on f.id = d.id where d.next_at <= ? order by d.id limit ?",
                        Timestamp.from(now),
                        most)
                .map((row, context) -> new Delivery(
                        row.getLong("id"),
                        row.getObject("subscription", UUID.class),
                        Publication.read(row.getString("message")),
                        row.getInt("attempts")))
                .list();
    }

    /** Returns when the next delivery is due. */
    Optional<Instant> next() {
        return handle.select("select min(next_at) as next from sns_delivery")
                .map((row, context) ->
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .one();
    }

    void done(long id) {
        handle.execute("delete from sns_delivery where id = ?", id);
    }

    void again(long id, Instant next) {
        handle.execute(
                "update sns_delivery set attempts = attempts + 1, next_at = ? where id = ?", Timestamp.from(next), id);
    }

    long nextSequence() {
        return handle.select("select nextval('sns_sequence')").mapTo(Long.class).one();
    }

    /** Returns the message of the last five minutes with the same deduplication id, if there is one. */
    Optional<Earlier> earlier(long topic, String scope, String deduplication, Instant now) {
        handle.execute(
                "delete from sns_deduplication where published_at <= ?", Timestamp.from(now.minus(DEDUPLICATED)));
        return handle.select(
                        "select message, sequence from sns_deduplication where topic = ? and scope = ?"
                                + " and deduplication = ?",
                        topic,
                        scope,
                        deduplication)
                .map((row, context) -> new Earlier(row.getString("message"), row.getString("sequence")))
                .findFirst();
    }

    void remember(long topic, String scope, String deduplication, Earlier message, Instant now) {
        handle.execute(
                "insert into sns_deduplication (topic, scope, deduplication, message, sequence, published_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                topic,
                scope,
                deduplication,
                UUID.fromString(message.messageId()),
                message.sequence(),
                Timestamp.from(now));
    }
}
