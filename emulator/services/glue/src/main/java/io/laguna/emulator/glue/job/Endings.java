package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.event.Outbox;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.model.ExecutionClass;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;

/** The ends of runs in the state, and the attempts that follow. Here alone a run becomes SUCCEEDED. */
final class Endings {
    private final State state;
    private final Clock clock;

    Endings(State state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** An end of a run whose driver has ended. */
    sealed interface End {
        record Succeeded() implements End {}

        record Failed(String message) implements End {}

        record Stopped() implements End {}

        record TimedOut() implements End {}
    }

    /** Ends a run whose driver has ended. */
    void end(RunRecord seen, End end) {
        write(seen, run -> {
            if (run.state() == JobRunState.STOPPING) {
                return ended(run).jobRunState(JobRunState.STOPPED);
            }
            if (end instanceof End.Succeeded) {
                return ended(run).jobRunState(JobRunState.SUCCEEDED);
            }
            if (end instanceof End.TimedOut) {
                return ended(run).jobRunState(JobRunState.TIMEOUT);
            }
            if (end instanceof End.Failed failed) {
                return ended(run).jobRunState(JobRunState.FAILED).errorMessage(failed.message());
            }
            return ended(run).jobRunState(JobRunState.STOPPED);
        });
    }

    /** Fails a run without a driver that could say how it ended. */
    void failed(RunRecord seen, String message) {
        end(seen, new End.Failed(message));
    }

    /** Stops a run that no driver works on. */
    void stopped(RunRecord seen) {
        end(seen, new End.Stopped());
    }

    /** Writes an end, its event and what follows in one transaction: a killed Laguna leaves all of it or nothing. */
    private void write(RunRecord seen, Function<RunRecord, JobRun.Builder> ending) {
        state.write(transaction -> {
            RunRecords runs = new RunRecords(transaction);
            Optional<RunRecord> current = runs.lock(seen.id()).filter(run -> !run.hasEnded());
            current.ifPresent(run -> {
                JobRun.Builder end = ending.apply(run);
                RunRecord ended = run.with(ignored -> end);
                runs.save(ended);
                new Outbox(transaction).put(JobEvents.ended(ended));
                if (NewRun.follows(ended)) {
                    runs.insert(NewRun.after(ended, now()));
                }
            });
            return current.isPresent();
        });
    }

    private JobRun.Builder ended(RunRecord run) {
        Instant now = now();
        int seconds = run.runningAt()
                .map(since -> (int) Duration.between(since, now).toSeconds())
                .orElse(0);
        JobRun.Builder ended =
                run.run().toBuilder().completedOn(now).lastModifiedOn(now).executionTime(seconds);
        // "DPUSeconds: This field can be set for either job runs with execution class FLEX or when Auto Scaling is
        // enabled".
        return run.run().executionClass() == ExecutionClass.FLEX
                ? ended.dpuSeconds(seconds * run.run().maxCapacity())
                : ended;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
