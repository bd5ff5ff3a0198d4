package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Failures;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.OperationTimeoutException;

/** The failures of jobs, in Glue's words as far as they are known. */
final class JobFailures {
    private JobFailures() {}

    static EntityNotFoundException noJob(String name) {
        return Failures.notFound("Job " + name + " not found.");
    }

    /** Returns the failure of the start of a run. */
    static EntityNotFoundException noMetadata() {
        return Failures.notFound("Failed to start job run due to missing metadata");
    }

    static EntityNotFoundException noRun(String id) {
        return Failures.notFound("Job run " + id + " not found.");
    }

    static EntityNotFoundException noBookmark(String job) {
        return Failures.notFound("Continuation for job " + job + " not found");
    }

    /** Returns the failure of a change that a run's commit came before. */
    static OperationTimeoutException moved(String job) {
        return OperationTimeoutException.builder()
                .message("The bookmark of job " + job + " has just been changed: try again.")
                .build();
    }

    static ConcurrentRunsExceededException concurrent(String job) {
        return ConcurrentRunsExceededException.builder()
                .message("Concurrent runs exceeded for " + job)
                .build();
    }
}
