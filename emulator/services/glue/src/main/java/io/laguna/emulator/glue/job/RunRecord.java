package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.NotificationProperty;

/**
 * A run of a job in the state.
 *
 * @param jobId the job's own id when the run was started
 * @param job the job's definition when the run was started
 * @param runningAt when its driver began
 * @param delayTold whether an event has said that it takes long
 */
record RunRecord(JobKey key, JobRun run, String jobId, Job job, Optional<Instant> runningAt, boolean delayTold) {
    /** The states in which a run stays. */
    static final Set<JobRunState> ENDED = Set.of(
            JobRunState.SUCCEEDED,
            JobRunState.FAILED,
            JobRunState.STOPPED,
            JobRunState.TIMEOUT,
            JobRunState.ERROR,
            JobRunState.EXPIRED);

    String id() {
        return run.id();
    }

    JobRunState state() {
        return run.jobRunState();
    }

    boolean hasEnded() {
        return ENDED.contains(state());
    }

    Caller caller() {
        return new Caller(key.account(), key.region());
    }

    RunRecord with(UnaryOperator<JobRun.Builder> change) {
        return new RunRecord(key, change.apply(run.toBuilder()).build(), jobId, job, runningAt, delayTold);
    }

    RunRecord runningSince(Instant now) {
        return new RunRecord(key, run, jobId, job, Optional.of(now), delayTold);
    }

    /** Returns the minutes after its start from which a run takes long, if its user has set some. */
    Optional<Integer> delayAfter() {
        return Optional.ofNullable(run.notificationProperty()).map(NotificationProperty::notifyDelayAfter);
    }

    /** Tells whether an event has to say that the run takes long. */
    boolean isDelayed(Instant now) {
        return !delayTold
                && delayAfter()
                        .filter(minutes -> !run.startedOn()
                                .plus(Duration.ofMinutes(minutes))
                                .isAfter(now))
                        .isPresent();
    }

    RunRecord withDelayTold() {
        return new RunRecord(key, run, jobId, job, runningAt, true);
    }
}
