package io.laguna.emulator.glue.job;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.ExecutionProperty;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobMode;

/** The members that a definition has where its request leaves them out. */
final class JobDefaults {
    private static final int SHELL_MINUTES = 2880;

    private JobDefaults() {}

    /** Returns a definition that was checked, whole. */
    @SuppressWarnings("deprecation") // Old clients still know AllocatedCapacity alone.
    static Job of(Job asked, Instant createdOn, Instant now) {
        Kind kind = Kind.of(asked.command());
        Capacity capacity = capacity(kind, asked);
        String version = version(kind, asked.glueVersion());
        Job.Builder job = asked.toBuilder()
                .createdOn(createdOn)
                .lastModifiedOn(now)
                .jobMode(Optional.ofNullable(asked.jobMode()).orElse(JobMode.SCRIPT))
                .jobRunQueuingEnabled(
                        Optional.ofNullable(asked.jobRunQueuingEnabled()).orElse(false))
                .maxRetries(Optional.ofNullable(asked.maxRetries()).orElse(0))
                .executionProperty(ExecutionProperty.builder()
                        .maxConcurrentRuns(concurrent(asked))
                        .build())
                .glueVersion(version)
                .timeout(Optional.ofNullable(asked.timeout())
                        .orElseGet(() ->
                                kind == Kind.SPARK ? GlueVersion.of(version).timeout() : SHELL_MINUTES))
                .allocatedCapacity(capacity.allocated())
                .maxCapacity(capacity.maximum())
                .workerType(capacity.workerType().orElse(null))
                .numberOfWorkers(capacity.workers().orElse(null));
        return job.build();
    }

    @SuppressWarnings("deprecation") // Old clients still know AllocatedCapacity alone.
    private static Capacity capacity(Kind kind, Job job) {
        return Capacity.of(
                kind,
                new Capacity.Asked(
                        job.workerTypeAsString(), job.numberOfWorkers(), job.maxCapacity(), job.allocatedCapacity()),
                Optional.empty());
    }

    /** Returns the capacity of a definition that {@link #of} has made. */
    static Capacity whole(Job job) {
        return new Capacity(
                Optional.ofNullable(job.workerTypeAsString()),
                Optional.ofNullable(job.numberOfWorkers()),
                job.maxCapacity());
    }

    /** A Python shell job takes any version: its Python does not depend on it. */
    private static String version(Kind kind, String asked) {
        return kind == Kind.SPARK
                ? GlueVersion.of(asked).number()
                : Optional.ofNullable(asked).orElse("3.0");
    }

    private static int concurrent(Job job) {
        return Optional.ofNullable(job.executionProperty())
                .map(ExecutionProperty::maxConcurrentRuns)
                .filter(runs -> runs > 0)
                .orElse(1);
    }
}
