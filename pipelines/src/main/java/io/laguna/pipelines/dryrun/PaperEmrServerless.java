package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.DeleteApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.DeleteApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.GetApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.GetApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.GetJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.GetJobRunResponse;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunResponse;
import software.amazon.awssdk.services.emrserverless.model.StopApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.StopApplicationResponse;

/** EMR Serverless on paper. Names that AWS would give are in angle brackets. */
final class PaperEmrServerless implements EmrServerlessClient {
    private static final String SERVICE = "emr-serverless";

    private final Paper paper;
    private ApplicationState state = ApplicationState.CREATED;

    PaperEmrServerless(Paper paper) {
        this.paper = paper;
    }

    @Override
    public CreateApplicationResponse createApplication(CreateApplicationRequest request) {
        paper.write(SERVICE, request);
        return CreateApplicationResponse.builder()
                .applicationId("<applicationId>")
                .build();
    }

    @Override
    public GetApplicationResponse getApplication(GetApplicationRequest request) {
        paper.write(SERVICE, request);
        return GetApplicationResponse.builder()
                .application(application -> application.state(state))
                .build();
    }

    @Override
    public StartJobRunResponse startJobRun(StartJobRunRequest request) {
        paper.write(SERVICE, request);
        state = ApplicationState.STARTED;
        return StartJobRunResponse.builder()
                .jobRunId("<jobRunId of " + request.name() + ">")
                .build();
    }

    @Override
    public GetJobRunResponse getJobRun(GetJobRunRequest request) {
        paper.write(SERVICE, request);
        return GetJobRunResponse.builder()
                .jobRun(run -> run.jobRunId(request.jobRunId()).state(JobRunState.SUCCESS))
                .build();
    }

    @Override
    public StopApplicationResponse stopApplication(StopApplicationRequest request) {
        paper.write(SERVICE, request);
        state = ApplicationState.STOPPED;
        return StopApplicationResponse.builder().build();
    }

    @Override
    public DeleteApplicationResponse deleteApplication(DeleteApplicationRequest request) {
        paper.write(SERVICE, request);
        return DeleteApplicationResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
