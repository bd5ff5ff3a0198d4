package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.GetJobRunRequest;
import software.amazon.awssdk.services.glue.model.GetJobRunResponse;
import software.amazon.awssdk.services.glue.model.GetJobRunsRequest;
import software.amazon.awssdk.services.glue.model.GetJobRunsResponse;
import software.amazon.awssdk.services.glue.model.JobRun;

/**
 * The operations that tell about runs.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-runs.html">Job runs</a>
 */
final class JobRunReads extends Room {
    private static final int LARGEST = 200;

    private final Caller caller;
    private final State state;

    JobRunReads(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    /**
     * Returns a run. The predecessors, which only a trigger gives a run, are there whether or not they are asked for.
     */
    @Override
    public GetJobRunResponse getJobRun(GetJobRunRequest request) {
        new Constraints()
                .name("jobName", request.jobName())
                .name("runId", request.runId())
                .check();
        JobKey key = JobKey.of(caller, request.jobName());
        JobRun run = state.read(handle -> new RunRecords(handle).find(key, request.runId()))
                .map(RunRecord::run)
                .orElseThrow(() -> JobFailures.noRun(request.runId()));
        return GetJobRunResponse.builder().jobRun(run).build();
    }

    /** Returns the runs of a job, the newest first. */
    @Override
    public GetJobRunsResponse getJobRuns(GetJobRunsRequest request) {
        new Constraints()
                .name("jobName", request.jobName())
                .range("maxResults", request.maxResults(), 1, LARGEST)
                .check();
        JobKey key = JobKey.of(caller, request.jobName());
        List<JobRun> runs = state.read(handle -> runs(handle, key));
        Page<JobRun> page = Page.ofOrdered(
                runs, JobRun::id, request.nextToken(), Page.size(request.maxResults(), LARGEST), Failures::badToken);
        return GetJobRunsResponse.builder()
                .jobRuns(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static List<JobRun> runs(Handle handle, JobKey key) {
        if (new JobRecords(handle).find(key).isEmpty()) {
            throw JobFailures.noJob(key.name());
        }
        return new RunRecords(handle).of(key).stream().map(RunRecord::run).toList();
    }
}
