package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.RandomIds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

/**
 * The starts and stops of chains in one transaction.
 *
 * @param runs starts the jobs
 */
public record Chains(Handle transaction, TriggeredRuns runs, Instant now) {
    private static final RandomIds HEX = new RandomIds("0123456789abcdef");
    private static final int DIGITS = 64;

    /** Starts a chain outside of workflows with its first trigger; returns why an action could not be started. */
    public Optional<String> start(Caller owner, Trigger trigger) {
        ChainRecord chain = new ChainRecord(
                "ch_" + HEX.next(DIGITS), owner, Optional.empty(), List.of(), WorkflowRunStatus.RUNNING, now);
        return begin(chain, Optional.of(trigger));
    }

    /**
     * Starts a run of a workflow with its first trigger, where it has one.
     *
     * @param triggers the workflow's
     */
    public String start(Caller owner, WorkflowRun run, List<Trigger> triggers, Optional<Trigger> first) {
        String id = "wr_" + HEX.next(DIGITS);
        begin(chain(id, owner, run, triggers, WorkflowRunStatus.RUNNING), first);
        return id;
    }

    /** Notes that a run of a workflow could not be started. */
    public void refuse(Caller owner, WorkflowRun run, List<Trigger> triggers, String reason) {
        WorkflowRun refused =
                run.toBuilder().errorMessage(reason).completedOn(now).build();
        new ChainRecords(transaction)
                .insert(chain("wr_" + HEX.next(DIGITS), owner, refused, triggers, WorkflowRunStatus.ERROR));
    }

    private ChainRecord chain(
            String id, Caller owner, WorkflowRun run, List<Trigger> triggers, WorkflowRunStatus status) {
        WorkflowRun named =
                run.toBuilder().workflowRunId(id).startedOn(now).status(status).build();
        return new ChainRecord(id, owner, Optional.of(named), triggers, status, now);
    }

    private Optional<String> begin(ChainRecord chain, Optional<Trigger> first) {
        new ChainRecords(transaction).insert(chain);
        first.ifPresent(trigger -> new Firings(transaction, runs, now).fire(chain, trigger, List.of()));
        Optional<String> error = new ActionRecords(transaction)
                .of(chain.id()).stream()
                        .filter(action -> action.run().isEmpty())
                        .flatMap(action -> action.error().stream())
                        .findFirst();
        new Advance(transaction, runs, now, Map.of()).take(chain);
        return error;
    }

    /** Starts nodes of a run again in a run of its own, which takes over everything that does not follow from them. */
    public String resume(ChainRecord original, Resumption resumption) {
        WorkflowRun run = original.run().orElseThrow().toBuilder()
                .previousRunId(original.id())
                .completedOn(null)
                .errorMessage(null)
                .build();
        String id = "wr_" + HEX.next(DIGITS);
        ChainRecord chain = chain(id, original.owner(), run, original.triggers(), WorkflowRunStatus.RUNNING);
        new ChainRecords(transaction).insert(chain);
        resumption.into(chain, transaction, runs, now);
        new Advance(transaction, runs, now, Map.of()).take(chain);
        return id;
    }

    /** Asks for the stop of everything that goes on in a chain; nothing fires in it any more. */
    public void stop(ChainRecord chain) {
        ChainRecord stopping = chain.in(WorkflowRunStatus.STOPPING, run -> run);
        new ChainRecords(transaction).save(stopping);
        new ActionRecords(transaction)
                .of(chain.id()).stream()
                        .filter(action -> action.state() == ActionState.ACTIVE)
                        .forEach(action -> action.run()
                                .ifPresent(run -> runs.stop(transaction, chain.owner(), action.name(), run)));
    }
}
