package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.workflow.chain.Chains;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecord;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.StartTriggerRequest;
import software.amazon.awssdk.services.glue.model.StartTriggerResponse;
import software.amazon.awssdk.services.glue.model.StopTriggerRequest;
import software.amazon.awssdk.services.glue.model.StopTriggerResponse;
import software.amazon.awssdk.services.glue.model.TriggerState;
import software.amazon.awssdk.services.glue.model.TriggerType;

/**
 * Starting and stopping triggers. A trigger on demand fires when it is started; every other one is activated.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/trigger-job.html">Activating triggers</a>
 */
final class TriggerStarts extends Room {
    private final Caller caller;
    private final State state;
    private final TriggeredRuns runs;
    private final Supplier<Instant> now;
    private final Runnable changed;

    TriggerStarts(Caller caller, State state, TriggeredRuns runs, Supplier<Instant> now, Runnable changed) {
        this.caller = caller;
        this.state = state;
        this.runs = runs;
        this.now = now;
        this.changed = changed;
    }

    @Override
    public StartTriggerResponse startTrigger(StartTriggerRequest request) {
        new Constraints().name("name", request.name()).check();
        state.write(transaction -> {
            TriggerRecord trigger = locked(transaction, request.name());
            if (trigger.definition().type() == TriggerType.ON_DEMAND) {
                fire(transaction, trigger);
            } else {
                new TriggerRecords(transaction).save(trigger.in(TriggerState.ACTIVATED), now.get());
            }
            return trigger;
        });
        changed.run();
        return StartTriggerResponse.builder().name(request.name()).build();
    }

    private void fire(Handle transaction, TriggerRecord trigger) {
        if (trigger.workflow().isPresent()) {
            new WorkflowStarts(transaction, runs, now.get())
                    .start(caller, WorkflowStarts.Wanted.of(trigger.workflow().get()));
            return;
        }
        new Chains(transaction, runs, now.get())
                .start(caller, trigger.definition())
                .ifPresent(reason -> {
                    throw Failures.notFound(reason);
                });
    }

    @Override
    public StopTriggerResponse stopTrigger(StopTriggerRequest request) {
        new Constraints().name("name", request.name()).check();
        state.write(transaction -> {
            TriggerRecord trigger = locked(transaction, request.name());
            if (trigger.definition().type() == TriggerType.ON_DEMAND) {
                throw Failures.invalid("A trigger on demand is never activated, and cannot be stopped.");
            }
            new TriggerRecords(transaction).save(trigger.in(TriggerState.DEACTIVATED), now.get());
            return trigger;
        });
        return StopTriggerResponse.builder().name(request.name()).build();
    }

    private TriggerRecord locked(Handle transaction, String name) {
        return new TriggerRecords(transaction).lock(caller, name).orElseThrow(() -> WorkflowFailures.noTrigger(name));
    }
}
