package io.laguna.emulator.scheduler;

import java.time.Instant;
import java.util.UUID;

/**
 * An occurrence of a schedule, which is a time at which the schedule is due.
 *
 * @param id the execution id, the same for every attempt: a target that takes it as a token runs once
 * @param dueAt when it is tried next
 * @param attempt how often it has been tried
 */
record Occurrence(UUID id, UUID schedule, Instant scheduledAt, Instant dueAt, int attempt) {
    static Occurrence planned(ScheduleRecord schedule, Instant scheduledAt, Instant dueAt) {
        return new Occurrence(UUID.randomUUID(), schedule.id(), scheduledAt, dueAt, 0);
    }
}
