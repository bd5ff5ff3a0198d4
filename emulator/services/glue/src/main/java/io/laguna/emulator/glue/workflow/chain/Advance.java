package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.workflow.trigger.Ended;
import io.laguna.emulator.glue.workflow.trigger.FiringRule;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecord;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.Crawl;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

/**
 * One step of a chain in one transaction: ends are seen, triggers fire for them, and the chain ends when nothing goes on and
 * nothing fires. A killed Laguna leaves all of that or nothing.
 *
 * @param crawls what is known of the crawls that go on
 */
record Advance(Handle transaction, TriggeredRuns runs, Instant now, Map<ActionRecord, Crawl> crawls) {
    /** Takes the step; tells whether anything has changed. */
    boolean take(ChainRecord chain) {
        boolean seen = see(chain);
        boolean fired = false;
        while (chain.status() == WorkflowRunStatus.RUNNING && fire(chain)) {
            fired = true;
        }
        return end(chain) || seen || fired;
    }

    private boolean see(ChainRecord chain) {
        boolean seen = false;
        ActionRecords actions = new ActionRecords(transaction);
        for (ActionRecord action : actions.of(chain.id())) {
            Optional<ActionRecord> next = next(chain, action).filter(changed -> !changed.equals(action));
            next.ifPresent(actions::save);
            seen |= next.isPresent();
        }
        return seen;
    }

    private Optional<ActionRecord> next(ChainRecord chain, ActionRecord action) {
        if (action.state() == ActionState.PENDING && chain.status() == WorkflowRunStatus.STOPPING) {
            return Optional.of(action.in(ActionState.CANCELLED));
        }
        if (action.state() != ActionState.ACTIVE) {
            return Optional.empty();
        }
        return action.kind() == Ended.Kind.JOB
                ? Optional.of(action.in(state(chain, action)))
                : Optional.ofNullable(crawls.get(action)).map(crawl -> action.seen(crawl, state(crawl)));
    }

    /** Returns the state of the last attempt. A run whose rows are gone has been deleted with its job. */
    private ActionState state(ChainRecord chain, ActionRecord action) {
        List<JobRun> attempts = runs.attempts(
                transaction, chain.owner(), action.name(), action.run().orElseThrow());
        if (attempts.isEmpty()) {
            return ActionState.ERROR;
        }
        JobRunState last = attempts.get(attempts.size() - 1).jobRunState();
        return switch (last) {
            case STARTING, RUNNING, STOPPING, WAITING -> ActionState.ACTIVE;
            case SUCCEEDED -> ActionState.SUCCEEDED;
            case FAILED -> ActionState.FAILED;
            case STOPPED -> ActionState.STOPPED;
            case TIMEOUT -> ActionState.TIMEOUT;
            case ERROR, EXPIRED, UNKNOWN_TO_SDK_VERSION -> ActionState.ERROR;
        };
    }

    private static ActionState state(Crawl crawl) {
        return switch (crawl.state()) {
            case RUNNING, CANCELLING -> ActionState.ACTIVE;
            case SUCCEEDED -> ActionState.SUCCEEDED;
            case FAILED -> ActionState.FAILED;
            case CANCELLED -> ActionState.CANCELLED;
            case ERROR, UNKNOWN_TO_SDK_VERSION -> ActionState.ERROR;
        };
    }

    private boolean fire(ChainRecord chain) {
        ActionRecords actions = new ActionRecords(transaction);
        Set<String> fired = actions.fired(chain.id());
        List<Ended> ends = actions.of(chain.id()).stream()
                .filter(action -> action.state().hasEnded())
                .map(ActionRecord::ended)
                .toList();
        boolean any = false;
        for (Trigger trigger : triggers(chain)) {
            Optional<List<Ended>> causes = FiringRule.fires(trigger, fired, ends);
            causes.ifPresent(met -> new Firings(transaction, runs, now).fire(chain, trigger, met));
            any |= causes.isPresent();
        }
        return any;
    }

    /** Returns the triggers that can fire: those of the workflow as they were, or those that belong to none as they are. */
    private List<Trigger> triggers(ChainRecord chain) {
        return chain.run().isPresent()
                ? chain.triggers()
                : new TriggerRecords(transaction)
                        .all(chain.owner()).stream()
                                .filter(trigger -> trigger.workflow().isEmpty())
                                .map(TriggerRecord::definition)
                                .toList();
    }

    private boolean end(ChainRecord chain) {
        boolean goesOn = new ActionRecords(transaction)
                .of(chain.id()).stream().anyMatch(action -> !action.state().hasEnded());
        if (goesOn) {
            return false;
        }
        WorkflowRunStatus last =
                chain.status() == WorkflowRunStatus.STOPPING ? WorkflowRunStatus.STOPPED : WorkflowRunStatus.COMPLETED;
        new ChainRecords(transaction).save(chain.in(last, run -> run.completedOn(now)));
        return true;
    }
}
