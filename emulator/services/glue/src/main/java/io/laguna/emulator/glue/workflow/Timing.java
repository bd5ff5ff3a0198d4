package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.workflow.chain.Chains;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecord;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The triggers that time lets fire: schedules that are due, and batches of events that are full or whose window is over.
 * An occurrence and the next one's time are one transaction. When several occurrences of a schedule have passed, because
 * Laguna was down, there is one firing for all of them.
 */
record Timing(State state, TriggeredRuns runs) {
    /** Lets everything fire that is due; returns when something is due next, empty when nothing is. */
    Optional<Instant> run(Instant now) {
        boolean fired = state.write(transaction -> {
            List<TriggerRecord> due = new TriggerRecords(transaction).due(now);
            for (TriggerRecord trigger : due) {
                fire(transaction, trigger, now);
                new TriggerRecords(transaction).save(trigger, now);
            }
            return new EventBatches(transaction, runs, now).start() || !due.isEmpty();
        });
        if (fired) {
            runs.wake();
        }
        return state.read(
                handle -> Stream.of(new TriggerRecords(handle).next(), new EventBatches(handle, runs, now).next())
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
    }

    private void fire(Handle transaction, TriggerRecord trigger, Instant now) {
        trigger.workflow()
                .ifPresentOrElse(
                        workflow -> new WorkflowStarts(transaction, runs, now)
                                .startOrRefuse(trigger.owner(), WorkflowStarts.Wanted.of(workflow)),
                        () -> new Chains(transaction, runs, now).start(trigger.owner(), trigger.definition()));
    }
}
