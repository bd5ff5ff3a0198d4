package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.check.StepChecks;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.Statuses;
import io.laguna.emulator.emr.record.StepRecords;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsRequest;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsResponse;
import software.amazon.awssdk.services.emr.model.CancelStepsInfo;
import software.amazon.awssdk.services.emr.model.CancelStepsRequest;
import software.amazon.awssdk.services.emr.model.CancelStepsRequestStatus;
import software.amazon.awssdk.services.emr.model.CancelStepsResponse;
import software.amazon.awssdk.services.emr.model.DescribeStepRequest;
import software.amazon.awssdk.services.emr.model.DescribeStepResponse;
import software.amazon.awssdk.services.emr.model.ListStepsRequest;
import software.amazon.awssdk.services.emr.model.ListStepsResponse;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepSummary;

/**
 * A cluster's steps.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_AddJobFlowSteps.html, API_CancelSteps.html and others
 */
public final class Steps extends Room {
    private static final int PAGE = 50;
    /** "You can specify up to ten Step IDs." */
    private static final int MOST_LISTED = 10;

    private final Caller caller;
    private final State state;
    private final LivingClusters living;
    private final ClusterLookup lookup;

    public Steps(Caller caller, State state, LivingClusters living) {
        this.caller = caller;
        this.state = state;
        this.living = living;
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public AddJobFlowStepsResponse addJobFlowSteps(AddJobFlowStepsRequest request) {
        List<String> ids = ClusterChange.of(
                state, caller, request.jobFlowId(), Failures::noJobFlow, change -> add(change, request));
        living.changed(request.jobFlowId());
        return AddJobFlowStepsResponse.builder().stepIds(ids).build();
    }

    private static List<String> add(ClusterChange change, AddJobFlowStepsRequest request) {
        if (change.record().isEnding()) {
            throw Failures.notModifiable();
        }
        int concurrency = Objects.requireNonNullElse(change.cluster().stepConcurrencyLevel(), 1);
        StepChecks.check(request.steps(), concurrency);
        int active = change.steps()
                .in(change.record().id(), StepState.PENDING, StepState.RUNNING, StepState.CANCEL_PENDING)
                .size();
        if (active + request.steps().size() > StepChecks.MOST) {
            throw StepChecks.tooMany();
        }
        List<Step> steps = request.steps().stream()
                .map(config -> StepChecks.step(
                        config, concurrency, Optional.ofNullable(request.executionRoleArn()), change.now()))
                .toList();
        steps.forEach(step -> change.steps().insert(change.record().id(), step));
        return steps.stream().map(Step::id).toList();
    }

    @Override
    public DescribeStepResponse describeStep(DescribeStepRequest request) {
        return state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            String id = Optional.ofNullable(request.stepId()).orElseThrow(() -> Failures.missing("stepId"));
            Step step = new StepRecords(handle).find(record.id(), id).orElseThrow(() -> Failures.noStep(id));
            return DescribeStepResponse.builder().step(step).build();
        });
    }

    /** The newest first; those that are asked for by their ids in the order of the ids. */
    @Override
    public ListStepsResponse listSteps(ListStepsRequest request) {
        boolean byId = !request.stepIds().isEmpty();
        if (byId && !request.stepStates().isEmpty()) {
            throw Failures.invalid("Cannot specify both StepIds and StepStates.");
        }
        if (request.stepIds().size() > MOST_LISTED) {
            throw Failures.invalid("Number of step IDs cannot exceed " + MOST_LISTED + ".");
        }
        List<Step> steps = state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            List<Step> all = new ArrayList<>(new StepRecords(handle).all(record.id()));
            Collections.reverse(all);
            return byId
                    ? request.stepIds().stream().map(id -> known(all, id)).toList()
                    : all.stream()
                            .filter(step -> request.stepStates().isEmpty()
                                    || request.stepStates()
                                            .contains(step.status().state()))
                            .toList();
        });
        Page<Step> page = Page.ofOrdered(steps, Step::id, request.marker(), PAGE, Failures::badToken);
        return ListStepsResponse.builder()
                .steps(page.entries().stream()
                        .map(step -> Shapes.copy(step, StepSummary.builder()).build())
                        .toList())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    /** Both cancellation options end the same: the process is asked to end, and killed after some seconds. */
    @Override
    public CancelStepsResponse cancelSteps(CancelStepsRequest request) {
        if (request.stepIds().isEmpty()) {
            throw Failures.missing("stepIds");
        }
        if (request.stepIds().size() > StepChecks.MOST) {
            throw Failures.invalid("Number of step IDs cannot exceed " + StepChecks.MOST + ".");
        }
        Set<String> running = new HashSet<>();
        List<CancelStepsInfo> infos = lookup.change(request.clusterId(), change -> request.stepIds().stream()
                .distinct()
                .map(id -> cancel(change, id, running))
                .toList());
        running.forEach(step -> living.stop(request.clusterId(), step));
        living.changed(request.clusterId());
        return CancelStepsResponse.builder().cancelStepsInfoList(infos).build();
    }

    private static CancelStepsInfo cancel(ClusterChange change, String id, Set<String> running) {
        Step step = change.steps().find(change.record().id(), id).orElseThrow(() -> Failures.noStep(id));
        CancelStepsInfo.Builder info = CancelStepsInfo.builder().stepId(id).status(CancelStepsRequestStatus.SUBMITTED);
        StepState now = step.status().state();
        if (now == StepState.PENDING) {
            change.steps().save(Statuses.ended(step, StepState.CANCELLED, "Cancelled by user", change.now()));
        } else if (now == StepState.RUNNING || now == StepState.CANCEL_PENDING) {
            change.steps().save(Statuses.inState(step, StepState.CANCEL_PENDING));
            running.add(id);
        } else {
            info.status(CancelStepsRequestStatus.FAILED)
                    .reason("Cannot cancel a step in state " + now
                            + ": only PENDING and RUNNING steps can be cancelled.");
        }
        return info.build();
    }

    private static Step known(List<Step> steps, String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow(() -> Failures.noStep(id));
    }
}
