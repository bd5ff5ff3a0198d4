package io.laguna.engines.driver;

import java.util.OptionalLong;

/**
 * The drivers of a lake at one moment.
 *
 * @param reserve are ready for the next job
 * @param preparing get ready for one
 * @param busy work on a job
 * @param queued the jobs that wait for a place
 * @param programs run beside them: steps that are no Spark job
 * @param memory the bytes that all of them hold, where this machine tells
 */
public record DriverCounts(int reserve, int preparing, int busy, int queued, int programs, OptionalLong memory) {}
