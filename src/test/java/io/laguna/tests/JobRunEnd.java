package io.laguna.tests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

/** The end of a job run of EMR Serverless. */
final class JobRunEnd {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Set<JobRunState> ENDED =
            Set.of(JobRunState.SUCCESS, JobRunState.FAILED, JobRunState.CANCELLED);

    private JobRunEnd() {}

    /**
     * Waits for the end, and returns the job run as it is then.
     *
     * @param name the job's, for a failure of the test
     */
    static JobRun of(EmrServerlessClient serverless, String application, String run, String name) {
        return await(name)
                .atMost(PATIENCE)
                .until(
                        () -> serverless
                                .getJobRun(get -> get.applicationId(application).jobRunId(run))
                                .jobRun(),
                        last -> ENDED.contains(last.state()));
    }
}
