package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/**
 * A schedule in the state.
 *
 * @param definition the answer of GetSchedule
 * @param countedFrom the time from which a rate counts
 * @param nextAt the first occurrence that is not decided yet; empty when none is left
 */
record ScheduleRecord(
        UUID id,
        UUID group,
        Caller owner,
        GetScheduleResponse definition,
        Creation creation,
        Instant countedFrom,
        Optional<Instant> nextAt) {
    /**
     * The request that created a schedule.
     *
     * @param clientToken its idempotency token
     * @param request as JSON, without the token
     */
    record Creation(Optional<String> clientToken, String request) {
        boolean isRepeatedBy(Creation other) {
            return clientToken.isPresent() && equals(other);
        }
    }

    /** Returns the record after everything up to and including that time has been decided. */
    ScheduleRecord decidedUntil(Instant time) {
        return new ScheduleRecord(
                id, group, owner, definition, creation, countedFrom, occurrenceFrom(time.plusSeconds(1)));
    }

    /** Returns the first occurrence at that time or after it. */
    Optional<Instant> occurrenceFrom(Instant time) {
        return Definition.isEnabled(definition)
                ? Definition.occurrence(definition, countedFrom, time)
                : Optional.empty();
    }
}
