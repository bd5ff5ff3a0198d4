package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.workflow.chain.ChainRecord;
import io.laguna.emulator.glue.workflow.chain.ChainRecords;
import io.laguna.emulator.glue.workflow.chain.Chains;
import io.laguna.emulator.glue.workflow.chain.Resumption;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.PutWorkflowRunPropertiesRequest;
import software.amazon.awssdk.services.glue.model.PutWorkflowRunPropertiesResponse;
import software.amazon.awssdk.services.glue.model.ResumeWorkflowRunRequest;
import software.amazon.awssdk.services.glue.model.ResumeWorkflowRunResponse;
import software.amazon.awssdk.services.glue.model.StartWorkflowRunRequest;
import software.amazon.awssdk.services.glue.model.StartWorkflowRunResponse;
import software.amazon.awssdk.services.glue.model.StopWorkflowRunRequest;
import software.amazon.awssdk.services.glue.model.StopWorkflowRunResponse;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

/**
 * Starting, stopping and resuming runs of workflows.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/running_monitoring_workflow.html">Running a workflow</a>
 */
final class WorkflowRuns extends Room {
    private final Caller caller;
    private final State state;
    private final TriggeredRuns runs;
    private final Supplier<Instant> now;
    private final Runnable changed;

    WorkflowRuns(Caller caller, State state, TriggeredRuns runs, Supplier<Instant> now, Runnable changed) {
        this.caller = caller;
        this.state = state;
        this.runs = runs;
        this.now = now;
        this.changed = changed;
    }

    @Override
    public StartWorkflowRunResponse startWorkflowRun(StartWorkflowRunRequest request) {
        Constraints constraints = new Constraints().name("name", request.name());
        WorkflowDefinitions.properties(constraints, "runProperties", request.runProperties());
        constraints.check();
        WorkflowStarts.Wanted wanted =
                new WorkflowStarts.Wanted(request.name(), request.runProperties(), Optional.empty());
        String id = state.write(transaction -> new WorkflowStarts(transaction, runs, now.get()).start(caller, wanted));
        changed.run();
        return StartWorkflowRunResponse.builder().runId(id).build();
    }

    @Override
    public StopWorkflowRunResponse stopWorkflowRun(StopWorkflowRunRequest request) {
        checkRun(request.name(), request.runId());
        state.write(transaction -> {
            ChainRecord chain = locked(transaction, request.name(), request.runId());
            if (chain.status() != WorkflowRunStatus.RUNNING) {
                throw WorkflowFailures.state(
                        "Workflow run " + chain.id() + " cannot be stopped: it is " + chain.status() + ".");
            }
            new Chains(transaction, runs, now.get()).stop(chain);
            return chain;
        });
        changed.run();
        return StopWorkflowRunResponse.builder().build();
    }

    @Override
    public ResumeWorkflowRunResponse resumeWorkflowRun(ResumeWorkflowRunRequest request) {
        checkRun(request.name(), request.runId());
        if (request.nodeIds().isEmpty()) {
            throw Failures.invalid("NodeIds cannot be null or empty");
        }
        ResumeWorkflowRunResponse answer = state.write(transaction -> {
            ChainRecord original = locked(transaction, request.name(), request.runId());
            if (original.status() != WorkflowRunStatus.COMPLETED) {
                throw WorkflowFailures.state(
                        "Workflow run " + original.id() + " cannot be resumed: it is " + original.status() + ".");
            }
            Resumption resumption = Resumption.of(transaction, original, request.nodeIds());
            String id = new Chains(transaction, runs, now.get()).resume(original, resumption);
            List<String> nodes = resumption.restarted().keySet().stream()
                    .map(node -> node.id(caller, request.name()))
                    .toList();
            return ResumeWorkflowRunResponse.builder().runId(id).nodeIds(nodes).build();
        });
        changed.run();
        return answer;
    }

    /** Adds properties to a run; the workflow's defaults stay as they are. */
    @Override
    public PutWorkflowRunPropertiesResponse putWorkflowRunProperties(PutWorkflowRunPropertiesRequest request) {
        checkRun(request.name(), request.runId());
        Constraints constraints = new Constraints();
        if (!request.hasRunProperties()) {
            constraints.present("runProperties", null);
        }
        WorkflowDefinitions.properties(constraints, "runProperties", request.runProperties());
        constraints.check();
        state.write(transaction -> {
            ChainRecord chain = locked(transaction, request.name(), request.runId());
            Map<String, String> properties =
                    new HashMap<>(chain.run().orElseThrow().workflowRunProperties());
            properties.putAll(request.runProperties());
            ChainRecord next = chain.with(run -> run.workflowRunProperties(properties));
            new ChainRecords(transaction).save(next);
            return next;
        });
        return PutWorkflowRunPropertiesResponse.builder().build();
    }

    static void checkRun(String name, String run) {
        new Constraints().name("name", name).name("runId", run).check();
    }

    private ChainRecord locked(Handle transaction, String workflow, String run) {
        ChainRecords chains = new ChainRecords(transaction);
        return chains.find(caller, workflow, run)
                .flatMap(found -> chains.lock(found.id()))
                .orElseThrow(WorkflowFailures::notFound);
    }
}
