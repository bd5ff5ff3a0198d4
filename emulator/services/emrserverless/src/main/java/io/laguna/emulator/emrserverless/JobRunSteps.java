package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.MaximumAllowedResources;
import software.amazon.awssdk.services.emrserverless.model.SchedulerConfiguration;
import software.amazon.awssdk.services.emrserverless.model.ValidationException;

/**
 * The next steps of job runs, each application's in the order of their submission.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/job-states.html">Job run states</a>
 */
final class JobRunSteps {
    private static final Set<JobRunState> ADMITTED =
            Set.of(JobRunState.PENDING, JobRunState.SCHEDULED, JobRunState.RUNNING, JobRunState.CANCELLING);
    private static final Resources UNLIMITED = new Resources(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    private final State state;
    private final Attempts attempts;
    private final Endings endings;

    JobRunSteps(State state, Attempts attempts, Endings endings) {
        this.state = state;
        this.attempts = attempts;
        this.endings = endings;
    }

    /** One step of every job run that has not ended; whether something has changed. */
    boolean step(Instant now) {
        List<JobRun> runs = state.read(handle -> new JobRunRecords(handle).active());
        if (runs.isEmpty()) {
            return false;
        }
        Map<String, ApplicationRecord> applications = new HashMap<>();
        state.read(handle -> new ApplicationRecords(handle).all()).forEach(each -> applications.put(each.id(), each));
        Round round = new Round(runs, now);
        boolean changed = false;
        for (JobRun run : runs) {
            Optional<ApplicationRecord> application = Optional.ofNullable(applications.get(run.applicationId()));
            changed |= application.isPresent() && step(round, application.get(), run);
        }
        return changed;
    }

    /** The knowledge of one round of steps. */
    private static final class Round {
        private final Instant now;
        private final Map<String, Long> admitted = new HashMap<>();
        private final Set<String> full = new HashSet<>();

        Round(List<JobRun> runs, Instant now) {
            this.now = now;
            runs.stream()
                    .filter(run -> ADMITTED.contains(run.state()))
                    .forEach(run -> admitted.merge(run.applicationId(), 1L, Long::sum));
        }

        boolean admits(ApplicationRecord application) {
            long most = Optional.ofNullable(application.definition().schedulerConfiguration())
                    .map(SchedulerConfiguration::maxConcurrentRuns)
                    .map(Integer::longValue)
                    .orElse(Long.MAX_VALUE);
            return admitted.getOrDefault(application.id(), 0L) < most;
        }

        void admit(ApplicationRecord application) {
            admitted.merge(application.id(), 1L, Long::sum);
        }
    }

    private boolean step(Round round, ApplicationRecord application, JobRun run) {
        return switch (run.state()) {
            case SUBMITTED -> submitted(round, application, run);
            case QUEUED -> queued(round, application, run);
            case PENDING -> application.state() == ApplicationState.STARTED && schedule(round, application, run);
            case SCHEDULED -> scheduled(round, run);
            case RUNNING -> running(round, run);
            case CANCELLING -> cancelling(run);
            case SUCCESS, FAILED, CANCELLED, UNKNOWN_TO_SDK_VERSION -> false;
        };
    }

    private boolean submitted(Round round, ApplicationRecord application, JobRun run) {
        if (!round.admits(application)) {
            return move(run, round.now, next -> next.state(JobRunState.QUEUED));
        }
        round.admit(application);
        return move(run, round.now, next -> next.state(JobRunState.PENDING));
    }

    /** Takes a run out of the queue, where it has been since its attempt was made. */
    private boolean queued(Round round, ApplicationRecord application, JobRun run) {
        Duration waited = Duration.between(run.attemptCreatedAt(), round.now);
        int limit = application.definition().schedulerConfiguration().queueTimeoutMinutes();
        if (waited.compareTo(Duration.ofMinutes(limit)) >= 0) {
            return move(run, round.now, next -> next.state(JobRunState.CANCELLING)
                    .stateDetails("Job run timed out: it was in the queue for " + limit + " minutes.")
                    .queuedDurationMilliseconds(waited.toMillis()));
        }
        if (!round.admits(application)) {
            return false;
        }
        round.admit(application);
        return move(
                run, round.now, next -> next.state(JobRunState.PENDING).queuedDurationMilliseconds(waited.toMillis()));
    }

    /** Nobody overtakes a run that waits for capacity. */
    private boolean schedule(Round round, ApplicationRecord application, JobRun run) {
        if (round.full.contains(application.id())) {
            return false;
        }
        Submission submission;
        try {
            submission = Submission.of(application.definition(), run);
        } catch (ValidationException e) {
            // The application was updated after the run was accepted.
            endings.failed(run, "Job failed: " + e.getMessage());
            return true;
        }
        Resources limit = Optional.ofNullable(application.definition().maximumCapacity())
                .map((MaximumAllowedResources maximum) -> Resources.of(maximum))
                .orElse(UNLIMITED);
        List<String> beyond = submission.workers().needed().beyond(limit);
        if (!beyond.isEmpty()) {
            endings.failed(
                    run,
                    "Worker could not be allocated as the application has exceeded maximumCapacity settings: "
                            + beyond);
            return true;
        }
        Optional<Workers.Allocation> allocation = submission.workers().allocate(attempts.used(application.id()), limit);
        if (allocation.isEmpty()) {
            round.full.add(application.id());
            return false;
        }
        if (move(run, round.now, next -> next.state(JobRunState.SCHEDULED))) {
            attempts.start(application.definition(), run, submission, allocation.get());
        }
        return true;
    }

    /** A scheduled run without a driver was left by an earlier process: it goes back to PENDING. */
    private boolean scheduled(Round round, JobRun run) {
        Optional<Attempt> attempt = attempts.find(run.jobRunId());
        if (attempt.isEmpty()) {
            return move(run, round.now, next -> next.state(JobRunState.PENDING));
        }
        return attempt.get().hasStarted()
                && move(run, round.now, next -> next.state(JobRunState.RUNNING).startedAt(round.now));
    }

    /** A run that takes too long is cancelled: "CANCELLING: … or the job run has timed out." */
    private boolean running(Round round, JobRun run) {
        Optional<Attempt> attempt = attempts.find(run.jobRunId());
        if (attempt.isEmpty()) {
            endings.failed(run, "Job failed: its driver ended with Laguna, which was stopped or killed while it ran.");
            return true;
        }
        attempt.flatMap(Attempt::learned)
                .ifPresent(id -> state.write(transaction -> {
                    new JobRunRecords(transaction).spark(run, id);
                    return true;
                }));
        long limit = run.executionTimeoutMinutes();
        boolean timedOut =
                limit > 0 && !run.startedAt().plus(Duration.ofMinutes(limit)).isAfter(round.now);
        return timedOut
                && move(run, round.now, next -> next.state(JobRunState.CANCELLING)
                        .stateDetails("Job run timed out: it ran for its executionTimeoutMinutes, " + limit + "."));
    }

    private boolean cancelling(JobRun run) {
        if (attempts.find(run.jobRunId()).isPresent()) {
            attempts.stop(run.jobRunId());
            return false;
        }
        endings.cancelled(run);
        return true;
    }

    /** Changes it unless somebody else has in the meantime. */
    private boolean move(JobRun seen, Instant now, UnaryOperator<JobRun.Builder> change) {
        return state.write(transaction -> {
            JobRunRecords runs = new JobRunRecords(transaction);
            Optional<JobRun> current = runs.lock(seen.applicationId(), seen.jobRunId())
                    .filter(run -> run.attempt().equals(seen.attempt()) && run.state() == seen.state());
            current.ifPresent(run -> runs.save(change.apply(run.toBuilder())
                    .updatedAt(now)
                    .attemptUpdatedAt(now)
                    .build()));
            return current.isPresent();
        });
    }
}
