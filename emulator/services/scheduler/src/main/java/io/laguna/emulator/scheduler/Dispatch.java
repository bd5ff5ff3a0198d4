package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;

/**
 * The dispatch, which calls the targets of occurrences that are due. Every step is committed before the next one: the
 * begin of an attempt before the call, and its end after the call.
 */
final class Dispatch {
    private final State state;
    private final Clock clock;
    private final Invocation invocation;
    private final SchedulerLog log;
    private final Planning planning;

    Dispatch(State state, Clock clock, Invocation invocation, SchedulerLog log) {
        this.state = state;
        this.clock = clock;
        this.invocation = invocation;
        this.log = log;
        this.planning = new Planning(log);
    }

    /**
     * Goes on with calls that were under way when Laguna ended. A call with a token is made again, with the same token:
     * the target does it once. Any other call counts as failed: it may have been made, and is not made twice.
     */
    void recover() {
        List<Occurrence> begun = state.read(handle -> new OccurrenceRecords(handle).begun());
        for (Occurrence occurrence : begun) {
            change(occurrence, (transaction, schedule) -> recover(transaction, schedule, occurrence));
        }
    }

    /** Does everything that is due, and returns when there is something to do next; empty when there is nothing. */
    Optional<Instant> run() {
        Instant now = clock.instant();
        state.write(transaction -> {
            planning.plan(transaction, now);
            return now;
        });
        List<Occurrence> due = state.read(handle -> new OccurrenceRecords(handle).due(now));
        due.forEach(this::attempt);
        return state.read(handle -> new OccurrenceRecords(handle).next());
    }

    private void attempt(Occurrence occurrence) {
        Optional<ScheduleRecord> begun = state.write(transaction -> new ScheduleRecords(transaction)
                .locked(occurrence.schedule())
                .filter(schedule -> new OccurrenceRecords(transaction).begin(occurrence)));
        if (begun.isEmpty()) {
            return;
        }
        int attempt = occurrence.attempt() + 1;
        InvocationOutcome outcome = invocation.run(begun.get(), occurrence, attempt);
        if (outcome instanceof InvocationOutcome.Accepted accepted) {
            log.write(begun.get(), occurrence, attempt, "SUCCEEDED", accepted.answer());
            change(occurrence, (transaction, schedule) -> new OccurrenceRecords(transaction).done(occurrence));
        } else if (outcome instanceof InvocationOutcome.Refused refused) {
            change(occurrence, (transaction, schedule) -> refuse(transaction, schedule, occurrence, refused));
        }
    }

    private void refuse(
            Handle transaction, ScheduleRecord schedule, Occurrence occurrence, InvocationOutcome.Refused refused) {
        int attempts = occurrence.attempt() + 1;
        Optional<Instant> next = refused.passing() && Definition.isEnabled(schedule.definition())
                ? Retries.next(schedule, occurrence, attempts, clock.instant())
                : Optional.empty();
        log.write(schedule, occurrence, attempts, next.isPresent() ? "RETRY" : "FAILED", refused.reason());
        if (next.isEmpty()) {
            invocation.giveUp(new DeadLetter(schedule, occurrence, attempts, refused.reason()));
        }
        OccurrenceRecords occurrences = new OccurrenceRecords(transaction);
        next.ifPresentOrElse(
                time -> occurrences.again(occurrence, time, attempts, refused.reason()),
                () -> occurrences.fail(occurrence, refused.reason()));
    }

    private void recover(Handle transaction, ScheduleRecord schedule, Occurrence occurrence) {
        OccurrenceRecords occurrences = new OccurrenceRecords(transaction);
        String arn = schedule.definition().target().arn();
        if (invocation.isIdempotent(schedule)) {
            String reason = "Laguna ended during the call, which is made again with the same token.";
            log.write(schedule, occurrence, occurrence.attempt(), "RETRY", reason);
            occurrences.again(occurrence, clock.instant(), occurrence.attempt() - 1, reason);
        } else {
            String reason = "Laguna ended during the call. It may have been made, and is not made again, since " + arn
                    + " takes no token.";
            log.write(schedule, occurrence, occurrence.attempt(), "FAILED", reason);
            occurrences.fail(occurrence, reason);
        }
    }

    /**
     * Changes an occurrence, and deletes its schedule when that occurrence was the last one and the schedule asks for
     * it.
     */
    private void change(Occurrence occurrence, Change change) {
        state.write(transaction -> {
            ScheduleRecords schedules = new ScheduleRecords(transaction);
            Optional<ScheduleRecord> schedule = schedules.locked(occurrence.schedule());
            schedule.ifPresent(found -> change.with(transaction, found));
            schedule.filter(found -> isCompleted(transaction, found)).ifPresent(found -> schedules.delete(found.id()));
            return occurrence;
        });
    }

    private static boolean isCompleted(Handle transaction, ScheduleRecord schedule) {
        return schedule.definition().actionAfterCompletion() == ActionAfterCompletion.DELETE
                && Definition.isEnabled(schedule.definition())
                && schedule.nextAt().isEmpty()
                && !new OccurrenceRecords(transaction).hasOpen(schedule.id());
    }

    /** A change of an occurrence and its schedule in one transaction. */
    @FunctionalInterface
    private interface Change {
        void with(Handle transaction, ScheduleRecord schedule);
    }
}
