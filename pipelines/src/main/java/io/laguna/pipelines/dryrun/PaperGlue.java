package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateConnectionRequest;
import software.amazon.awssdk.services.glue.model.CreateConnectionResponse;
import software.amazon.awssdk.services.glue.model.CreateCrawlerRequest;
import software.amazon.awssdk.services.glue.model.CreateCrawlerResponse;
import software.amazon.awssdk.services.glue.model.CreateDatabaseRequest;
import software.amazon.awssdk.services.glue.model.CreateDatabaseResponse;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.CreateJobResponse;
import software.amazon.awssdk.services.glue.model.CreateTriggerRequest;
import software.amazon.awssdk.services.glue.model.CreateTriggerResponse;
import software.amazon.awssdk.services.glue.model.CreateWorkflowRequest;
import software.amazon.awssdk.services.glue.model.CreateWorkflowResponse;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunRequest;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunResponse;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunsRequest;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunsResponse;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

/** Glue on paper. Names that AWS would give are in angle brackets. */
final class PaperGlue implements GlueClient {
    private static final String SERVICE = "glue";

    private final Paper paper;
    private boolean asked;

    PaperGlue(Paper paper) {
        this.paper = paper;
    }

    @Override
    public CreateDatabaseResponse createDatabase(CreateDatabaseRequest request) {
        paper.write(SERVICE, request);
        return CreateDatabaseResponse.builder().build();
    }

    @Override
    public CreateCrawlerResponse createCrawler(CreateCrawlerRequest request) {
        paper.write(SERVICE, request);
        return CreateCrawlerResponse.builder().build();
    }

    @Override
    public CreateJobResponse createJob(CreateJobRequest request) {
        paper.write(SERVICE, request);
        return CreateJobResponse.builder().build();
    }

    @Override
    public CreateWorkflowResponse createWorkflow(CreateWorkflowRequest request) {
        paper.write(SERVICE, request);
        return CreateWorkflowResponse.builder().build();
    }

    @Override
    public CreateTriggerResponse createTrigger(CreateTriggerRequest request) {
        paper.write(SERVICE, request);
        return CreateTriggerResponse.builder().build();
    }

    @Override
    public CreateConnectionResponse createConnection(CreateConnectionRequest request) {
        paper.write(SERVICE, request);
        return CreateConnectionResponse.builder().build();
    }

    @Override
    public GetWorkflowRunsResponse getWorkflowRuns(GetWorkflowRunsRequest request) {
        paper.write(SERVICE, request);
        // The first answer is from before the delivery.
        GetWorkflowRunsResponse.Builder answer = GetWorkflowRunsResponse.builder();
        if (asked) {
            answer.runs(WorkflowRun.builder().workflowRunId("<RunId>").build());
        }
        asked = true;
        return answer.build();
    }

    @Override
    public GetWorkflowRunResponse getWorkflowRun(GetWorkflowRunRequest request) {
        paper.write(SERVICE, request);
        return GetWorkflowRunResponse.builder()
                .run(run -> run.status(WorkflowRunStatus.COMPLETED))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
