package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Failures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.ExecutionClass;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;

/** The making of runs: from a request, or after an attempt that failed. */
final class NewRun {
    static final String WAITS = "The job run waits for one of the job's concurrent runs to end.";

    private NewRun() {}

    /**
     * Returns the run that a request asks for.
     *
     * @param previous the run that is to be tried again; its arguments hold where the request has none
     */
    @SuppressWarnings("deprecation") // Old clients still know AllocatedCapacity alone.
    static RunRecord of(JobRecord record, StartJobRunRequest request, Optional<RunRecord> previous, Instant now) {
        previous.filter(run -> !run.hasEnded() || run.state() == JobRunState.SUCCEEDED)
                .ifPresent(run -> {
                    throw Failures.invalid("Job run " + run.id() + " cannot be retried: it is " + run.state() + ".");
                });
        Job job = record.definition();
        Kind kind = Kind.of(job.command());
        String executionClass =
                Optional.ofNullable(request.executionClassAsString()).orElse(usualClass(job, kind));
        JobRules.flex(kind, job.glueVersion(), executionClass);
        Capacity capacity = Capacity.of(
                kind,
                new Capacity.Asked(
                        request.workerTypeAsString(),
                        request.numberOfWorkers(),
                        request.maxCapacity(),
                        request.allocatedCapacity()),
                Optional.of(JobDefaults.whole(job)));
        Map<String, String> arguments = request.hasArguments()
                ? request.arguments()
                : previous.map(run -> run.run().arguments()).orElse(Map.of());
        JobRun run = JobRun.builder()
                .id(JobIds.run())
                .attempt(0)
                .previousRunId(previous.map(RunRecord::id).orElse(null))
                .jobName(job.name())
                .jobMode(job.jobMode())
                .jobRunQueuingEnabled(
                        Optional.ofNullable(request.jobRunQueuingEnabled()).orElse(job.jobRunQueuingEnabled()))
                .startedOn(now)
                .lastModifiedOn(now)
                .jobRunState(JobRunState.STARTING)
                .arguments(arguments)
                .predecessorRuns(List.of())
                .executionTime(0)
                .allocatedCapacity(capacity.allocated())
                .maxCapacity(capacity.maximum())
                .workerType(capacity.workerType().orElse(null))
                .numberOfWorkers(capacity.workers().orElse(null))
                .timeout(Optional.ofNullable(request.timeout()).orElse(job.timeout()))
                .securityConfiguration(
                        Optional.ofNullable(request.securityConfiguration()).orElse(job.securityConfiguration()))
                .notificationProperty(
                        Optional.ofNullable(request.notificationProperty()).orElse(job.notificationProperty()))
                .logGroupName(kind == Kind.SPARK ? "/aws-glue/jobs" : "/aws-glue/python-jobs")
                .glueVersion(job.glueVersion())
                .executionClass(executionClass)
                .executionRoleSessionPolicy(request.executionRoleSessionPolicy())
                .maintenanceWindow(job.maintenanceWindow())
                .build();
        return new RunRecord(record.key(), run, record.id(), job, Optional.empty(), false);
    }

    /** Tells whether a run that has failed is tried again by itself: "The maximum number of times to retry this job". */
    static boolean follows(RunRecord failed) {
        return failed.state() == JobRunState.FAILED
                && failed.run().attempt() < failed.job().maxRetries();
    }

    /** Returns the next attempt after one that has failed. */
    static RunRecord after(RunRecord failed, Instant now) {
        int attempt = failed.run().attempt() + 1;
        return new RunRecord(
                failed.key(),
                failed.run().toBuilder()
                        .id(JobIds.attempt(failed.id(), attempt))
                        .attempt(attempt)
                        .previousRunId(failed.id())
                        .jobRunState(JobRunState.STARTING)
                        .startedOn(now)
                        .lastModifiedOn(now)
                        .completedOn(null)
                        .errorMessage(null)
                        .stateDetail(null)
                        .dpuSeconds(null)
                        .executionTime(0)
                        .build(),
                failed.jobId(),
                failed.job(),
                Optional.empty(),
                false);
    }

    /** Returns the class of a job's runs. A definition has only what was asked for; a run has one in any case. */
    private static String usualClass(Job job, Kind kind) {
        return kind == Kind.SPARK
                ? Optional.ofNullable(job.executionClassAsString()).orElse(ExecutionClass.STANDARD.toString())
                : job.executionClassAsString();
    }
}
