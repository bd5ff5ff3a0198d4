package io.laguna.emulator.glue.workflow.trigger;

import io.laguna.emulator.glue.request.GlueSchedule;
import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.TriggerState;
import software.amazon.awssdk.services.glue.model.TriggerType;

/**
 * A trigger in the state.
 *
 * @param request the request that it was created by; empty once it was updated
 */
public record TriggerRecord(Caller owner, Trigger definition, Optional<String> request) {
    public String name() {
        return definition.name();
    }

    public Optional<String> workflow() {
        return Optional.ofNullable(definition.workflowName());
    }

    /** Tells whether a run of a workflow begins with the trigger. */
    public boolean isStart() {
        return definition.type() != TriggerType.CONDITIONAL;
    }

    public boolean isActivated() {
        return definition.state() == TriggerState.ACTIVATED;
    }

    public TriggerRecord in(TriggerState state) {
        return new TriggerRecord(owner, definition.copy(change -> change.state(state)), request);
    }

    /** Returns when an activated schedule is due next; empty for every other trigger. */
    public Optional<Instant> dueAfter(Instant now) {
        return definition.type() == TriggerType.SCHEDULED && isActivated()
                ? GlueSchedule.of(definition.schedule()).after(now)
                : Optional.empty();
    }

    public static String arn(Caller owner, String name) {
        return owner.arn("glue", "trigger/" + name);
    }
}
