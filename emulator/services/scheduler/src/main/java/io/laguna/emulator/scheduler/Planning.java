package io.laguna.emulator.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;

/** The planning, which makes occurrences of the schedules whose time has come. */
final class Planning {
    private final SchedulerLog log;

    Planning(SchedulerLog log) {
        this.log = log;
    }

    /**
     * Decides about every time up to now. When several occurrences have passed, because Laguna was down or the machine
     * asleep, the latest is tried, if its age allows it; the others are recorded as missed.
     */
    void plan(Handle transaction, Instant now) {
        new ScheduleRecords(transaction).due(now).forEach(schedule -> plan(transaction, schedule, now));
    }

    private void plan(Handle transaction, ScheduleRecord schedule, Instant now) {
        Instant first = schedule.nextAt().orElseThrow();
        Instant latest = first;
        Instant beforeLatest = first;
        long passed = 1;
        ScheduleRecord decided = schedule.decidedUntil(first);
        for (Optional<Instant> next = decided.nextAt();
                next.filter(time -> !time.isAfter(now)).isPresent();
                next = decided.nextAt()) {
            beforeLatest = latest;
            latest = next.get();
            passed++;
            decided = decided.decidedUntil(latest);
        }
        if (passed > 1) {
            String until = passed == 2 ? "" : " and " + (passed - 2) + " more until " + beforeLatest;
            miss(transaction, schedule, first, "Laguna was not running at " + first + until + ".");
        }
        if (now.isAfter(Retries.latest(schedule, latest))) {
            miss(transaction, schedule, latest, "Laguna was not running, and it is older than MaximumEventAge.");
        } else {
            Instant due = latest.plus(delay(schedule, latest));
            new OccurrenceRecords(transaction)
                    .plan(Occurrence.planned(schedule, latest, due.isBefore(now) ? now : due));
        }
        new ScheduleRecords(transaction).update(decided);
    }

    private void miss(Handle transaction, ScheduleRecord schedule, Instant time, String reason) {
        Occurrence missed = Occurrence.planned(schedule, time, time);
        new OccurrenceRecords(transaction).miss(missed, reason);
        log.write(schedule, missed, 0, "MISSED", reason);
    }

    /** Returns a random delay within the flexible window, the same for the same occurrence. */
    private static Duration delay(ScheduleRecord schedule, Instant time) {
        long window = Definition.window(schedule.definition()).toSeconds();
        long seed = schedule.id().getMostSignificantBits() ^ time.getEpochSecond();
        return Duration.ofSeconds(window == 0 ? 0 : new SplittableRandom(seed).nextLong(window));
    }
}
