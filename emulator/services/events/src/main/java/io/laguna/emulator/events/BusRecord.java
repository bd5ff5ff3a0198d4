package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;

/** An event bus in the state. */
record BusRecord(
        long id,
        Caller owner,
        String name,
        Optional<String> description,
        Optional<String> policy,
        Instant createdAt,
        Instant changedAt) {
    /** The name of the bus that every account has. */
    static final String DEFAULT = "default";

    String arn() {
        return owner.arn("events", "event-bus/" + name);
    }
}
