package io.laguna.emulator.sqs;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in the state.
 *
 * @param id its place in its queue
 * @param message the id that users know
 * @param attributes the message's attributes as JSON
 * @param systemAttributes those of AWS, as JSON
 * @param received how often
 * @param receipt what the latest receipt handle names
 * @param source the ARN of the queue that it comes from, as a dead letter
 */
record MessageRecord(
        long id,
        long queue,
        UUID message,
        String body,
        String attributes,
        String systemAttributes,
        String sender,
        Instant sentAt,
        Instant visibleAt,
        int received,
        Optional<Instant> firstReceivedAt,
        Optional<UUID> receipt,
        Optional<String> group,
        Optional<String> deduplication,
        Optional<String> source) {
    /** Returns the sequence number of a message of a FIFO queue. */
    String sequence() {
        return sequence(id);
    }

    static String sequence(long id) {
        return String.format(Locale.ROOT, "%020d", id);
    }
}
