package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.workflow.chain.ChainRecord;
import io.laguna.emulator.glue.workflow.chain.ChainRecords;
import io.laguna.emulator.glue.workflow.chain.RunShape;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecord;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.BatchGetWorkflowsRequest;
import software.amazon.awssdk.services.glue.model.BatchGetWorkflowsResponse;
import software.amazon.awssdk.services.glue.model.GetWorkflowRequest;
import software.amazon.awssdk.services.glue.model.GetWorkflowResponse;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunPropertiesRequest;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunPropertiesResponse;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunRequest;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunResponse;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunsRequest;
import software.amazon.awssdk.services.glue.model.GetWorkflowRunsResponse;
import software.amazon.awssdk.services.glue.model.ListWorkflowsRequest;
import software.amazon.awssdk.services.glue.model.ListWorkflowsResponse;
import software.amazon.awssdk.services.glue.model.Workflow;

/**
 * The operations that tell about workflows and their runs.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-workflow.html">Workflows</a>
 */
final class WorkflowRunReads extends Room {
    private static final int LARGEST = 25;
    private static final int LARGEST_OF_RUNS = 1000;

    private final Caller caller;
    private final State state;
    private final TriggeredRuns runs;

    WorkflowRunReads(Caller caller, State state, TriggeredRuns runs) {
        this.caller = caller;
        this.state = state;
        this.runs = runs;
    }

    @Override
    public GetWorkflowResponse getWorkflow(GetWorkflowRequest request) {
        new Constraints().name("name", request.name()).check();
        boolean withGraph = Boolean.TRUE.equals(request.includeGraph());
        Workflow workflow = state.read(handle -> new WorkflowRecords(handle)
                .find(caller, request.name())
                .map(found -> whole(handle, found, withGraph))
                .orElseThrow(WorkflowFailures::notFound));
        return GetWorkflowResponse.builder().workflow(workflow).build();
    }

    @Override
    public BatchGetWorkflowsResponse batchGetWorkflows(BatchGetWorkflowsRequest request) {
        Constraints constraints = new Constraints().size("names", request.names(), 1, LARGEST);
        request.names().forEach(name -> constraints.name("names", name));
        constraints.check();
        boolean withGraph = Boolean.TRUE.equals(request.includeGraph());
        List<Workflow> found = state.read(handle -> new WorkflowRecords(handle)
                .all(caller).stream()
                        .filter(workflow -> request.names().contains(workflow.name()))
                        .map(workflow -> whole(handle, workflow, withGraph))
                        .toList());
        List<String> names = found.stream().map(Workflow::name).toList();
        return BatchGetWorkflowsResponse.builder()
                .workflows(found)
                .missingWorkflows(request.names().stream()
                        .filter(name -> !names.contains(name))
                        .toList())
                .build();
    }

    private Workflow whole(Handle handle, Workflow workflow, boolean withGraph) {
        Workflow.Builder whole = workflow.toBuilder();
        new ChainRecords(handle)
                .last(caller, workflow.name())
                .ifPresent(last -> whole.lastRun(shape(handle).of(last, withGraph)));
        if (withGraph) {
            whole.graph(RunShape.graph(
                    caller,
                    workflow.name(),
                    new TriggerRecords(handle)
                            .of(caller, workflow.name()).stream()
                                    .map(TriggerRecord::definition)
                                    .toList()));
        }
        return whole.build();
    }

    @Override
    public ListWorkflowsResponse listWorkflows(ListWorkflowsRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, LARGEST).check();
        List<String> names = state.read(handle -> new WorkflowRecords(handle).all(caller)).stream()
                .map(Workflow::name)
                .toList();
        Page<String> page = Page.ofSorted(
                names, name -> name, request.nextToken(), Page.size(request.maxResults(), LARGEST), Failures::badToken);
        return ListWorkflowsResponse.builder()
                .workflows(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public GetWorkflowRunResponse getWorkflowRun(GetWorkflowRunRequest request) {
        WorkflowRuns.checkRun(request.name(), request.runId());
        boolean withGraph = Boolean.TRUE.equals(request.includeGraph());
        return state.read(handle -> GetWorkflowRunResponse.builder()
                .run(shape(handle).of(find(handle, request.name(), request.runId()), withGraph))
                .build());
    }

    /** Returns the runs of a workflow, the newest first. */
    @Override
    public GetWorkflowRunsResponse getWorkflowRuns(GetWorkflowRunsRequest request) {
        new Constraints()
                .name("name", request.name())
                .range("maxResults", request.maxResults(), 1, LARGEST_OF_RUNS)
                .check();
        boolean withGraph = Boolean.TRUE.equals(request.includeGraph());
        return state.read(handle -> {
            if (new WorkflowRecords(handle).find(caller, request.name()).isEmpty()) {
                throw WorkflowFailures.notFound();
            }
            Page<ChainRecord> page = Page.ofOrdered(
                    new ChainRecords(handle).of(caller, request.name()),
                    ChainRecord::id,
                    request.nextToken(),
                    Page.size(request.maxResults(), LARGEST_OF_RUNS),
                    Failures::badToken);
            return GetWorkflowRunsResponse.builder()
                    .runs(page.entries().stream()
                            .map(chain -> shape(handle).of(chain, withGraph))
                            .toList())
                    .nextToken(page.nextToken().orElse(null))
                    .build();
        });
    }

    @Override
    public GetWorkflowRunPropertiesResponse getWorkflowRunProperties(GetWorkflowRunPropertiesRequest request) {
        WorkflowRuns.checkRun(request.name(), request.runId());
        return GetWorkflowRunPropertiesResponse.builder()
                .runProperties(state.read(handle -> find(handle, request.name(), request.runId()))
                        .run()
                        .orElseThrow()
                        .workflowRunProperties())
                .build();
    }

    private ChainRecord find(Handle handle, String workflow, String run) {
        return new ChainRecords(handle).find(caller, workflow, run).orElseThrow(WorkflowFailures::notFound);
    }

    private RunShape shape(Handle handle) {
        return new RunShape(handle, runs);
    }
}
