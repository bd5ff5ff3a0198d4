package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.event.Outbox;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.model.JobRunState;

/**
 * The worker that moves runs from state to state: whenever something was asked for or has ended, and in between while
 * there is something to watch. Everything that decides is in the state, what an earlier process left too.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/job-run-statuses.html">Job run statuses</a>
 */
final class Dispatcher implements AutoCloseable {
    private static final Duration WITH_RUNS = Duration.ofMillis(200);
    static final String KILLED = "The job run ended with Laguna, which was stopped or killed while it ran.";

    private final State state;
    private final Clock clock;
    private final Attempts attempts;
    private final Endings endings;
    private final Worker worker = new Worker("glue-jobs", this::turn);

    /**
     * Creates a dispatcher that has yet to start.
     *
     * @param attempts makes the attempts of the runs, which wake this when they have ended
     */
    Dispatcher(State state, Clock clock, Endings endings, Function<Runnable, Attempts> attempts) {
        this.state = state;
        this.clock = clock;
        this.endings = endings;
        this.attempts = attempts.apply(this::wake);
    }

    void start() {
        worker.start();
    }

    /** Notices that something has changed. */
    void wake() {
        worker.wake();
    }

    /** Returns the time, as exact as the API gives it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the attempts of runs in this process. */
    Attempts attempts() {
        return attempts;
    }

    /** Ends the drivers of runs: the next opening finds the runs as they were. */
    @Override
    public void close() {
        worker.close();
        attempts.close();
    }

    private Optional<Duration> turn() {
        List<RunRecord> runs = state.read(handle -> new RunRecords(handle).active());
        boolean changed = false;
        for (RunRecord run : runs) {
            changed |= step(run);
        }
        if (changed) {
            return Optional.of(Duration.ZERO);
        }
        return Optional.of(runs.isEmpty() ? Worker.UNTIL_WOKEN : WITH_RUNS);
    }

    private boolean step(RunRecord run) {
        Optional<Attempt> attempt = attempts.find(run.id());
        if (run.state() != JobRunState.WAITING && run.isDelayed(now())) {
            tellDelay(run);
        }
        return switch (run.state()) {
            case WAITING -> admit(run);
            case STARTING -> start(run, attempt);
            case RUNNING -> watch(run, attempt);
            case STOPPING -> stop(run, attempt);
            case STOPPED, SUCCEEDED, FAILED, TIMEOUT, ERROR, EXPIRED, UNKNOWN_TO_SDK_VERSION -> false;
        };
    }

    private boolean admit(RunRecord run) {
        return state.write(transaction -> {
            Optional<JobRecord> job = new JobRecords(transaction).lock(run.key());
            RunRecords runs = new RunRecords(transaction);
            Optional<RunRecord> waiting = runs.lock(run.id()).filter(found -> found.state() == JobRunState.WAITING);
            if (waiting.isPresent() && job.isEmpty()) {
                runs.save(waiting.get().with(next -> next.jobRunState(JobRunState.ERROR)
                        .errorMessage("Job " + run.key().name() + " not found.")
                        .stateDetail(null)
                        .completedOn(now())
                        .lastModifiedOn(now())));
                return true;
            }
            boolean admitted = waiting.isPresent()
                    && runs.atWork(run.key())
                            < job.orElseThrow().definition().executionProperty().maxConcurrentRuns();
            if (admitted) {
                runs.save(waiting.get().with(next -> next.jobRunState(JobRunState.STARTING)
                        .stateDetail(null)
                        .lastModifiedOn(now())));
            }
            return admitted;
        });
    }

    /** A run that was starting when an earlier process ended begins again: it has done nothing yet. */
    private boolean start(RunRecord run, Optional<Attempt> attempt) {
        if (attempt.isEmpty()) {
            attempts.begin(run);
            return false;
        }
        return attempt.get().hasStarted() && runs(run);
    }

    private boolean runs(RunRecord run) {
        return state.write(transaction -> {
            RunRecords runs = new RunRecords(transaction);
            Optional<RunRecord> starting = runs.lock(run.id()).filter(found -> found.state() == JobRunState.STARTING);
            starting.ifPresent(found -> runs.save(
                    found.with(next -> next.jobRunState(JobRunState.RUNNING).lastModifiedOn(now()))
                            .runningSince(now())));
            return starting.isPresent();
        });
    }

    private void tellDelay(RunRecord run) {
        state.write(transaction -> {
            RunRecords runs = new RunRecords(transaction);
            Optional<RunRecord> delayed = runs.lock(run.id()).filter(found -> !found.hasEnded() && !found.delayTold());
            delayed.ifPresent(found -> {
                runs.save(found.withDelayTold());
                new Outbox(transaction).put(JobEvents.delayed(found, now()));
            });
            return delayed;
        });
    }

    private boolean watch(RunRecord run, Optional<Attempt> attempt) {
        if (attempt.isEmpty()) {
            endings.failed(run, KILLED);
            return true;
        }
        Instant deadline =
                run.runningAt().orElse(now()).plus(Duration.ofMinutes(run.run().timeout()));
        if (!deadline.isAfter(now())) {
            attempts.timeOut(attempt.get());
        }
        return false;
    }

    private boolean stop(RunRecord run, Optional<Attempt> attempt) {
        if (attempt.isEmpty()) {
            endings.stopped(run);
            return true;
        }
        attempts.stop(run.id());
        return false;
    }
}
