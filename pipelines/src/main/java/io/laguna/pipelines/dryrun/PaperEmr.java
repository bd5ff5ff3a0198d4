package io.laguna.pipelines.dryrun;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsRequest;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsResponse;
import software.amazon.awssdk.services.emr.model.CancelStepsRequest;
import software.amazon.awssdk.services.emr.model.CancelStepsResponse;
import software.amazon.awssdk.services.emr.model.ListStepsRequest;
import software.amazon.awssdk.services.emr.model.ListStepsResponse;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.RunJobFlowResponse;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepSummary;
import software.amazon.awssdk.services.emr.model.TerminateJobFlowsRequest;
import software.amazon.awssdk.services.emr.model.TerminateJobFlowsResponse;

/** EMR on paper. Names that AWS would give are in angle brackets. */
final class PaperEmr implements EmrClient {
    private static final String SERVICE = "emr";

    private final Paper paper;
    private final Map<String, String> steps = new LinkedHashMap<>();

    PaperEmr(Paper paper) {
        this.paper = paper;
    }

    @Override
    public RunJobFlowResponse runJobFlow(RunJobFlowRequest request) {
        paper.write(SERVICE, request);
        keep(request.steps());
        return RunJobFlowResponse.builder().jobFlowId("<JobFlowId>").build();
    }

    @Override
    public AddJobFlowStepsResponse addJobFlowSteps(AddJobFlowStepsRequest request) {
        paper.write(SERVICE, request);
        return AddJobFlowStepsResponse.builder().stepIds(keep(request.steps())).build();
    }

    @Override
    public ListStepsResponse listSteps(ListStepsRequest request) {
        paper.write(SERVICE, request);
        return ListStepsResponse.builder()
                .steps(steps.entrySet().stream()
                        .filter(step ->
                                request.stepIds().isEmpty() || request.stepIds().contains(step.getKey()))
                        .map(step -> StepSummary.builder()
                                .id(step.getKey())
                                .name(step.getValue())
                                .status(status -> status.state(StepState.COMPLETED))
                                .build())
                        .toList())
                .build();
    }

    @Override
    public CancelStepsResponse cancelSteps(CancelStepsRequest request) {
        paper.write(SERVICE, request);
        return CancelStepsResponse.builder().build();
    }

    @Override
    public TerminateJobFlowsResponse terminateJobFlows(TerminateJobFlowsRequest request) {
        paper.write(SERVICE, request);
        return TerminateJobFlowsResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}

    private List<String> keep(List<StepConfig> added) {
        List<String> ids = new ArrayList<>();
        for (StepConfig step : added) {
            String id = "<StepId of " + step.name() + ">";
            steps.put(id, step.name());
            ids.add(id);
        }
        return ids;
    }
}
