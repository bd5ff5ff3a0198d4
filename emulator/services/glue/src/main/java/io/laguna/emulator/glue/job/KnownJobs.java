package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;

/** The names of jobs, for rooms that have no other business with jobs. */
public record KnownJobs(State state) {
    /**
     * Checks that there is a job.
     *
     * @throws software.amazon.awssdk.services.glue.model.EntityNotFoundException when there is none of the name
     */
    public void require(Caller caller, String name) {
        if (state.read(handle -> new JobRecords(handle).find(JobKey.of(caller, name)))
                .isEmpty()) {
            throw JobFailures.noJob(name);
        }
    }
}
