package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A schedule group in the state. */
record GroupRecord(
        UUID id, Caller owner, String name, Optional<String> clientToken, Instant createdAt, Instant modifiedAt) {
    String arn() {
        return owner.arn("scheduler", "schedule-group/" + name);
    }
}
