package io.laguna.emulator.jobs;

import io.laguna.engines.driver.RunOutcome;

/** The report that a service itself writes about a job, beside the job's own output. */
public interface JobReport {
    /** Notes how the job has ended, before its log files go to S3. */
    default void ended(RunOutcome outcome) {}

    /** Notes why a log file is not in S3. */
    void undelivered(String reason);
}
