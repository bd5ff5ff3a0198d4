package io.laguna.pipelines.emrserverless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.CancelJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.CancelJobRunResponse;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.DeleteApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.DeleteApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.GetApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.GetApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.GetJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.GetJobRunResponse;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunResponse;
import software.amazon.awssdk.services.emrserverless.model.StopApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.StopApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.ValidationException;

/**
 * An EMR Serverless with one application, whose jobs and whose own state go on with each look at them. A job named in
 * {@link #ends} ends in the state given there; any other succeeds.
 */
final class SmallEmrServerless implements EmrServerlessClient {
    static final String APPLICATION = "00small";

    /** The calls in order, without the looks. */
    final List<String> calls = new ArrayList<>();

    final Map<String, UnaryOperator<JobRun.Builder>> ends = new HashMap<>();

    /** Run before each look at a job. */
    Runnable beforeLook = () -> {};

    private final Map<String, JobRun> jobs = new LinkedHashMap<>();
    private ApplicationState state = ApplicationState.CREATED;

    @Override
    public CreateApplicationResponse createApplication(CreateApplicationRequest request) {
        calls.add("CreateApplication");
        state = ApplicationState.CREATING;
        return CreateApplicationResponse.builder().applicationId(APPLICATION).build();
    }

    @Override
    public synchronized GetApplicationResponse getApplication(GetApplicationRequest request) {
        GetApplicationResponse response = GetApplicationResponse.builder()
                .application(application -> application.state(state))
                .build();
        if (state == ApplicationState.CREATING) {
            state = ApplicationState.CREATED;
        } else if (state == ApplicationState.STOPPING) {
            state = ApplicationState.STOPPED;
        }
        return response;
    }

    @Override
    public synchronized StartJobRunResponse startJobRun(StartJobRunRequest request) {
        if (state == ApplicationState.CREATING) {
            throw ValidationException.builder().message("CREATING").build();
        }
        calls.add("StartJobRun " + request.name());
        state = ApplicationState.STARTED;
        String id = "run-" + jobs.size();
        jobs.put(
                id,
                JobRun.builder()
                        .applicationId(request.applicationId())
                        .jobRunId(id)
                        .name(request.name())
                        .state(JobRunState.PENDING)
                        .build());
        return StartJobRunResponse.builder().jobRunId(id).build();
    }

    @Override
    public GetJobRunResponse getJobRun(GetJobRunRequest request) {
        beforeLook.run();
        return look(request.jobRunId());
    }

    private synchronized GetJobRunResponse look(String run) {
        JobRun job = jobs.computeIfPresent(run, (id, before) -> next(before));
        return GetJobRunResponse.builder().jobRun(job).build();
    }

    @Override
    public synchronized CancelJobRunResponse cancelJobRun(CancelJobRunRequest request) {
        calls.add("CancelJobRun " + request.jobRunId());
        jobs.computeIfPresent(
                request.jobRunId(),
                (id, job) -> job.toBuilder().state(JobRunState.CANCELLING).build());
        return CancelJobRunResponse.builder().build();
    }

    @Override
    public synchronized StopApplicationResponse stopApplication(StopApplicationRequest request) {
        calls.add("StopApplication");
        state = ApplicationState.STOPPING;
        return StopApplicationResponse.builder().build();
    }

    @Override
    public synchronized DeleteApplicationResponse deleteApplication(DeleteApplicationRequest request) {
        if (state != ApplicationState.CREATED && state != ApplicationState.STOPPED) {
            throw ValidationException.builder().message(state.toString()).build();
        }
        calls.add("DeleteApplication");
        return DeleteApplicationResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return "emr-serverless";
    }

    @Override
    public void close() {}

    private JobRun next(JobRun job) {
        return switch (job.state()) {
            case PENDING -> job.toBuilder().state(JobRunState.RUNNING).build();
            case RUNNING -> ends.getOrDefault(job.name(), end -> end.state(JobRunState.SUCCESS))
                    .apply(job.toBuilder())
                    .build();
            case CANCELLING -> job.toBuilder().state(JobRunState.CANCELLED).build();
            default -> job;
        };
    }
}
