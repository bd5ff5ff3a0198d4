package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emrserverless.model.GetDashboardForJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.GetDashboardForJobRunResponse;
import software.amazon.awssdk.services.emrserverless.model.GetJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.GetJobRunResponse;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunAttemptSummary;
import software.amazon.awssdk.services.emrserverless.model.JobRunSummary;
import software.amazon.awssdk.services.emrserverless.model.ListJobRunAttemptsRequest;
import software.amazon.awssdk.services.emrserverless.model.ListJobRunAttemptsResponse;
import software.amazon.awssdk.services.emrserverless.model.ListJobRunsRequest;
import software.amazon.awssdk.services.emrserverless.model.ListJobRunsResponse;

/**
 * The operations that show job runs.
 *
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_GetJobRun.html">GetJobRun</a>
 */
final class JobRunReads extends Room {
    private final Caller caller;
    private final State state;
    private final Dispatcher dispatcher;

    JobRunReads(Caller caller, State state, Dispatcher dispatcher) {
        this.caller = caller;
        this.state = state;
        this.dispatcher = dispatcher;
    }

    @Override
    public GetJobRunResponse getJobRun(GetJobRunRequest request) {
        return state.read(handle -> {
            JobRun run =
                    find(handle, request.applicationId(), request.jobRunId(), Optional.ofNullable(request.attempt()));
            return GetJobRunResponse.builder()
                    .jobRun(run.toBuilder()
                            .tags(Tags.table(handle).of(run.arn()))
                            .build())
                    .build();
        });
    }

    @Override
    public ListJobRunsResponse listJobRuns(ListJobRunsRequest request) {
        Constraints constraints = new Constraints()
                .present("applicationId", request.applicationId())
                .text("applicationId", request.applicationId(), 64, Constraints.ID)
                .known("mode", request.modeAsString(), request.mode());
        request.states().forEach(each -> constraints.known("states", each.toString(), each));
        constraints.check();
        Page.Request asked = Page.Request.of(request.maxResults(), request.nextToken());
        JobRunRecords.Filter filter = new JobRunRecords.Filter(
                request.states(),
                Optional.ofNullable(request.mode()),
                Optional.ofNullable(request.createdAtAfter()),
                Optional.ofNullable(request.createdAtBefore()));
        List<JobRun> found = state.read(handle -> {
            checkApplication(handle, request.applicationId());
            return new JobRunRecords(handle).page(request.applicationId(), filter, asked);
        });
        Page<JobRun> page = Page.of(found, asked, run -> new Page.Place(run.createdAt(), run.jobRunId()));
        return ListJobRunsResponse.builder()
                .jobRuns(page.entries().stream()
                        .map(run -> Shapes.copy(run, JobRunSummary.builder())
                                .id(run.jobRunId())
                                .type("Spark")
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** There are at most as many as fit into one page, but for streaming jobs: the latest come first. */
    @Override
    public ListJobRunAttemptsResponse listJobRunAttempts(ListJobRunAttemptsRequest request) {
        Page.Request asked = Page.Request.of(request.maxResults(), request.nextToken());
        List<JobRun> attempts = state.read(handle -> {
            JobRun run = find(handle, request.applicationId(), request.jobRunId(), Optional.empty());
            return new JobRunRecords(handle).attempts(run.jobRunId());
        });
        List<JobRun> left = attempts.stream()
                .filter(each -> place(each).id().compareTo(asked.after().id()) < 0
                        || asked.after().equals(Page.Place.BEGIN))
                .limit(asked.size() + 1L)
                .toList();
        Page<JobRun> page = Page.of(left, asked, JobRunReads::place);
        return ListJobRunAttemptsResponse.builder()
                .jobRunAttempts(page.entries().stream()
                        .map(each -> Shapes.copy(each, JobRunAttemptSummary.builder())
                                .id(each.jobRunId())
                                .type("Spark")
                                .jobCreatedAt(each.createdAt())
                                .createdAt(each.attemptCreatedAt())
                                .updatedAt(each.attemptUpdatedAt())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public GetDashboardForJobRunResponse getDashboardForJobRun(GetDashboardForJobRunRequest request) {
        JobRun run = state.read(handle ->
                find(handle, request.applicationId(), request.jobRunId(), Optional.ofNullable(request.attempt())));
        URI page = dispatcher
                .dashboard(run)
                .orElseThrow(() -> Failures.invalid("There is no dashboard of job run " + run.jobRunId()
                        + " in the state " + run.state()
                        + ": neither its driver nor Spark's history has a page on it."));
        return GetDashboardForJobRunResponse.builder().url(page.toString()).build();
    }

    static void check(String applicationId, String jobRunId) {
        new Constraints()
                .present("applicationId", applicationId)
                .text("applicationId", applicationId, 64, Constraints.ID)
                .present("jobRunId", jobRunId)
                .text("jobRunId", jobRunId, 64, Constraints.ID)
                .check();
    }

    /** An attempt's place in its run's list, in which the highest number is the first. */
    private static Page.Place place(JobRun attempt) {
        return new Page.Place(attempt.attemptCreatedAt(), "%09d".formatted(attempt.attempt()));
    }

    private JobRun find(Handle handle, String applicationId, String jobRunId, Optional<Integer> attempt) {
        check(applicationId, jobRunId);
        attempt.ifPresent(number ->
                new Constraints().range("attempt", number, 1, Integer.MAX_VALUE).check());
        checkApplication(handle, applicationId);
        JobRunRecords runs = new JobRunRecords(handle);
        return attempt.map(number -> runs.attempt(applicationId, jobRunId, number))
                .orElseGet(() -> runs.find(applicationId, jobRunId))
                .orElseThrow(() -> Failures.noJobRun(jobRunId));
    }

    private void checkApplication(Handle handle, String id) {
        if (new ApplicationRecords(handle).find(caller, id).isEmpty()) {
            throw Failures.noApplication(id);
        }
    }
}
