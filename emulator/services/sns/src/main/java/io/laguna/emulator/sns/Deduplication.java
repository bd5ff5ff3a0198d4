package io.laguna.emulator.sns;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The messages that FIFO topics took in the last five minutes, and their numbers, over one connection to the state. */
record Deduplication(Handle handle) {
    private static final Duration DEDUPLICATED = Duration.ofMinutes(5);

    /** A message that a deduplication id stands for already. */
    record Earlier(String messageId, String sequence) {}

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
