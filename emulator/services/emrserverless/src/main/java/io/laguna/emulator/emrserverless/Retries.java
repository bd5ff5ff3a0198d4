package io.laguna.emulator.emrserverless;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunMode;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.ResourceUtilization;
import software.amazon.awssdk.services.emrserverless.model.RetryPolicy;
import software.amazon.awssdk.services.emrserverless.model.TotalResourceUtilization;

/**
 * Whether a failed attempt is followed by another one.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs-resiliency.html">Job resiliency</a>
 */
final class Retries {
    /** "The default value is 1, which means not to rerun the job." */
    private static final int BATCH_ATTEMPTS = 1;

    /** "The default number of retries within one hour is five." */
    private static final int STREAMING_FAILURES_PER_HOUR = 5;

    private Retries() {}

    static boolean arePossible(JobRun run) {
        return run.mode() == JobRunMode.STREAMING ? failuresPerHour(run) > 1 : attempts(run) > 1;
    }

    /**
     * Whether there is to be one more.
     *
     * @param attempts all there were, the failed one among them
     */
    static boolean follow(JobRun failed, List<JobRun> attempts, Instant now) {
        if (failed.mode() != JobRunMode.STREAMING) {
            return failed.attempt() < attempts(failed);
        }
        Instant hourAgo = now.minus(Duration.ofHours(1));
        long failures = attempts.stream()
                .filter(each -> each.state() == JobRunState.FAILED
                        && each.attemptUpdatedAt().isAfter(hourAgo))
                .count();
        return failures < failuresPerHour(failed);
    }

    /** The attempt after a failed one. */
    static JobRun next(JobRun failed, Instant now) {
        return failed.toBuilder()
                .attempt(failed.attempt() + 1)
                .attemptCreatedAt(now)
                .attemptUpdatedAt(now)
                .updatedAt(now)
                .state(JobRunState.SUBMITTED)
                .stateDetails("")
                .startedAt(null)
                .endedAt(null)
                .queuedDurationMilliseconds(null)
                .totalExecutionDurationSeconds(null)
                .totalResourceUtilization((TotalResourceUtilization) null)
                .billedResourceUtilization((ResourceUtilization) null)
                .build();
    }

    private static int attempts(JobRun run) {
        return Optional.ofNullable(run.retryPolicy())
                .map(RetryPolicy::maxAttempts)
                .orElse(BATCH_ATTEMPTS);
    }

    private static int failuresPerHour(JobRun run) {
        return Optional.ofNullable(run.retryPolicy())
                .map(RetryPolicy::maxFailedAttemptsPerHour)
                .orElse(STREAMING_FAILURES_PER_HOUR);
    }
}
