package io.laguna.emulator.sqs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task that moves the messages of a dead-letter queue.
 *
 * @param source the queue's place in the state
 * @param destination an ARN; empty where each message goes to the queue that it came from
 * @param rate the most messages a second
 * @param total how many there were at the start
 */
record MoveRecord(
        UUID task,
        long source,
        Optional<String> destination,
        Optional<Integer> rate,
        String status,
        long moved,
        long total,
        Instant startedAt,
        Optional<String> failure) {
    static final String RUNNING = "RUNNING";
    static final String CANCELLING = "CANCELLING";
    static final String CANCELLED = "CANCELLED";
    static final String COMPLETED = "COMPLETED";
    static final String FAILED = "FAILED";
}
