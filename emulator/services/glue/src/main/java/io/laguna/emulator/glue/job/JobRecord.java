package io.laguna.emulator.glue.job;

import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Job;

/**
 * A job in the state.
 *
 * @param id what its scripts see as {@code JOB_ID}
 * @param request the request that it was created by; empty once it was updated
 */
record JobRecord(JobKey key, String id, Job definition, Optional<String> request) {}
