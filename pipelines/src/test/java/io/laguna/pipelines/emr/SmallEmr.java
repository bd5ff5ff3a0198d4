package io.laguna.pipelines.emr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsRequest;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsResponse;
import software.amazon.awssdk.services.emr.model.CancelStepsRequest;
import software.amazon.awssdk.services.emr.model.CancelStepsResponse;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.DescribeClusterRequest;
import software.amazon.awssdk.services.emr.model.DescribeClusterResponse;
import software.amazon.awssdk.services.emr.model.InvalidRequestException;
import software.amazon.awssdk.services.emr.model.ListStepsRequest;
import software.amazon.awssdk.services.emr.model.ListStepsResponse;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.RunJobFlowResponse;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepStatus;
import software.amazon.awssdk.services.emr.model.StepSummary;
import software.amazon.awssdk.services.emr.model.TerminateJobFlowsRequest;
import software.amazon.awssdk.services.emr.model.TerminateJobFlowsResponse;

/**
 * An EMR with one cluster, whose steps go from PENDING by RUNNING to their end, a state with each look at them, at most
 * as many at once as the cluster was asked for. A step named in {@link #ends} ends in the state given there; any other
 * completes.
 */
final class SmallEmr implements EmrClient {
    static final String CLUSTER = "j-1SMALL";

    /** The calls in order, without the looks at steps. */
    final List<String> calls = new ArrayList<>();

    final Map<String, UnaryOperator<StepStatus.Builder>> ends = new HashMap<>();

    /** Run before each look at the steps. */
    Runnable beforeLook = () -> {};

    private final Map<String, StepSummary> steps = new LinkedHashMap<>();
    private int concurrency = 1;
    private boolean terminated;

    @Override
    public RunJobFlowResponse runJobFlow(RunJobFlowRequest request) {
        calls.add("RunJobFlow" + names(request.steps()));
        concurrency = Optional.ofNullable(request.stepConcurrencyLevel()).orElse(1);
        request.steps().forEach(this::add);
        return RunJobFlowResponse.builder().jobFlowId(CLUSTER).build();
    }

    @Override
    public synchronized AddJobFlowStepsResponse addJobFlowSteps(AddJobFlowStepsRequest request) {
        calls.add("AddJobFlowSteps" + names(request.steps()));
        return AddJobFlowStepsResponse.builder()
                .stepIds(request.steps().stream().map(this::add).toList())
                .build();
    }

    @Override
    public ListStepsResponse listSteps(ListStepsRequest request) {
        beforeLook.run();
        return look(request);
    }

    private synchronized ListStepsResponse look(ListStepsRequest request) {
        steps.replaceAll((id, step) -> next(step));
        // EMR lists the latest step first.
        List<StepSummary> latestFirst = new ArrayList<>();
        steps.values().stream()
                .filter(step -> request.stepIds().isEmpty() || request.stepIds().contains(step.id()))
                .forEach(step -> latestFirst.add(0, step));
        return ListStepsResponse.builder().steps(latestFirst).build();
    }

    @Override
    public synchronized CancelStepsResponse cancelSteps(CancelStepsRequest request) {
        calls.add("CancelSteps" + request.stepIds().stream().sorted().toList());
        request.stepIds().forEach(id -> steps.computeIfPresent(id, (key, step) -> in(step, StepState.CANCELLED)));
        return CancelStepsResponse.builder().build();
    }

    @Override
    public synchronized TerminateJobFlowsResponse terminateJobFlows(TerminateJobFlowsRequest request) {
        calls.add("TerminateJobFlows" + request.jobFlowIds());
        terminated = true;
        return TerminateJobFlowsResponse.builder().build();
    }

    @Override
    public DescribeClusterResponse describeCluster(DescribeClusterRequest request) {
        return DescribeClusterResponse.builder()
                .cluster(cluster -> cluster.status(status -> status.state(ClusterState.TERMINATED_WITH_ERRORS)
                        .stateChangeReason(reason -> reason.message("Instances could not be had"))))
                .build();
    }

    boolean isTerminated() {
        return terminated;
    }

    @Override
    public String serviceName() {
        return "emr";
    }

    @Override
    public void close() {}

    private String add(StepConfig step) {
        if (concurrency > 1 && step.actionOnFailure() != ActionOnFailure.CONTINUE) {
            throw InvalidRequestException.builder()
                    .message("ActionOnFailure " + step.actionOnFailure() + " with concurrent steps")
                    .build();
        }
        String id = "s-" + steps.size() + step.name();
        steps.put(
                id,
                StepSummary.builder()
                        .id(id)
                        .name(step.name())
                        .status(status -> status.state(StepState.PENDING))
                        .build());
        return id;
    }

    private StepSummary next(StepSummary step) {
        return switch (step.status().state()) {
            case PENDING -> running() < concurrency ? in(step, StepState.RUNNING) : step;
            case RUNNING -> step.toBuilder()
                    .status(ends.getOrDefault(step.name(), status -> status.state(StepState.COMPLETED))
                            .apply(StepStatus.builder())
                            .build())
                    .build();
            default -> step;
        };
    }

    private long running() {
        return steps.values().stream()
                .filter(step -> step.status().state() == StepState.RUNNING)
                .count();
    }

    private static StepSummary in(StepSummary step, StepState state) {
        return step.toBuilder().status(status -> status.state(state)).build();
    }

    private static List<String> names(List<StepConfig> steps) {
        return steps.stream().map(StepConfig::name).toList();
    }
}
