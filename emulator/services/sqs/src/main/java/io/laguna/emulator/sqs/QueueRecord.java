package io.laguna.emulator.sqs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A queue in the state.
 *
 * @param attributes what was set
 */
record QueueRecord(
        long id,
        QueueAddress address,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> purgedAt,
        Map<String, String> attributes) {
    boolean isFifo() {
        return address.name().endsWith(QueueAddress.FIFO);
    }

    long number(QueueSetting setting) {
        return setting.numberOf(attributes);
    }

    boolean is(QueueSetting setting) {
        return setting.isTrue(attributes);
    }
}
