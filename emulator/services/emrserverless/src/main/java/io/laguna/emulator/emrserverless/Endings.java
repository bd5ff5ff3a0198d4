package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.state.State;
import io.laguna.engines.driver.RunOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

/**
 * The ends of attempts of job runs, and what follows. Here alone a SUCCESS is made, from a driver's own exit with 0.
 */
final class Endings {
    private static final int LONGEST_DETAILS = 256;

    private final State state;
    private final Clock clock;

    Endings(State state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /**
     * Ends an attempt whose driver has ended.
     *
     * @param allocation the workers that the driver had
     */
    void driver(JobRun seen, RunOutcome outcome, Workers.Allocation allocation) {
        end(seen, now(), (current, ended) -> {
            JobRun.Builder run = used(current, ended, allocation);
            if (current.state() == JobRunState.CANCELLING) {
                return run.state(JobRunState.CANCELLED).build();
            }
            if (outcome instanceof RunOutcome.Succeeded) {
                return run.state(JobRunState.SUCCESS).stateDetails("").build();
            }
            return run.state(JobRunState.FAILED).stateDetails(details(outcome)).build();
        });
    }

    /** Fails an attempt without a driver that could say how it ended. */
    void failed(JobRun seen, String details) {
        end(seen, now(), (current, ended) -> ended(current, ended)
                .state(current.state() == JobRunState.CANCELLING ? JobRunState.CANCELLED : JobRunState.FAILED)
                .stateDetails(shortened(details))
                .build());
    }

    /** Cancels an attempt that no driver works on. */
    void cancelled(JobRun seen) {
        end(seen, now(), (current, ended) -> ended(current, ended)
                .state(JobRunState.CANCELLED)
                .build());
    }

    private interface Ending {
        JobRun of(JobRun current, Instant now);
    }

    /** Writes an end and what follows in one transaction: a killed Laguna leaves both or none. */
    private void end(JobRun seen, Instant now, Ending ending) {
        state.write(transaction -> {
            JobRunRecords runs = new JobRunRecords(transaction);
            Optional<JobRun> current = runs.lock(seen.applicationId(), seen.jobRunId())
                    .filter(run -> run.attempt().equals(seen.attempt()))
                    .filter(run -> !JobRunRecords.ENDED.contains(run.state()));
            current.ifPresent(run -> end(transaction, ending.of(run, now), now));
            return current.isPresent();
        });
    }

    private static void end(Handle transaction, JobRun ended, Instant now) {
        JobRunRecords runs = new JobRunRecords(transaction);
        runs.save(ended);
        if (ended.state() == JobRunState.FAILED && Retries.follow(ended, runs.attempts(ended.jobRunId()), now)) {
            runs.save(Retries.next(ended, now));
        } else {
            new ApplicationRecords(transaction).idle(ended.applicationId(), now);
        }
    }

    private static JobRun.Builder used(JobRun run, Instant now, Workers.Allocation allocation) {
        JobRun.Builder ended = ended(run, now);
        Optional<Instant> started = Optional.ofNullable(run.startedAt());
        if (started.isEmpty()) {
            return ended;
        }
        Duration duration = Duration.between(started.get(), now);
        Utilization utilization = new Utilization(allocation.resources(), allocation.count(), duration);
        return ended.totalExecutionDurationSeconds((int) duration.toSeconds())
                .totalResourceUtilization(utilization.total())
                .billedResourceUtilization(utilization.billed());
    }

    private static JobRun.Builder ended(JobRun run, Instant now) {
        return run.toBuilder().endedAt(now).updatedAt(now).attemptUpdatedAt(now);
    }

    /** Returns the words that EMR Serverless has for an outcome. */
    private static String details(RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Failed failed && failed.kind() != RunOutcome.Kind.NOT_STARTED) {
            return shortened("Job failed, please check complete logs in configured logging destination. ExitCode: "
                    + failed.exitCode() + ". Last few exceptions: " + failed.brief());
        }
        return shortened("Job failed: " + outcome.failure().orElse(""));
    }

    /** "stateDetails: Length Constraints: Minimum length of 1. Maximum length of 256." */
    private static String shortened(String text) {
        return text.length() <= LONGEST_DETAILS ? text : text.substring(0, LONGEST_DETAILS - 3) + "...";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
