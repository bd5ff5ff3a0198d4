package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

/**
 * A chain in the state.
 *
 * @param run the workflow's run without graph and statistics; empty outside of workflows
 * @param triggers the workflow's, as they were when the run was started
 */
public record ChainRecord(
        String id,
        Caller owner,
        Optional<WorkflowRun> run,
        List<Trigger> triggers,
        WorkflowRunStatus status,
        Instant startedAt) {
    public Optional<String> workflow() {
        return run.map(WorkflowRun::name);
    }

    /** Returns the chain in another status, which a workflow's run tells too. */
    ChainRecord in(WorkflowRunStatus next, UnaryOperator<WorkflowRun.Builder> change) {
        Optional<WorkflowRun> changed =
                run.map(before -> change.apply(before.toBuilder().status(next)).build());
        return new ChainRecord(id, owner, changed, triggers, next, startedAt);
    }

    /** Returns the chain with another description of its run. */
    public ChainRecord with(UnaryOperator<WorkflowRun.Builder> change) {
        return in(status, change);
    }
}
