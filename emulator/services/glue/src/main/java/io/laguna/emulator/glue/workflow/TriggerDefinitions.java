package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.request.TagRules;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecord;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import io.laguna.emulator.glue.workflow.trigger.TriggerRules;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.state.TagTable;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.CreateTriggerRequest;
import software.amazon.awssdk.services.glue.model.CreateTriggerResponse;
import software.amazon.awssdk.services.glue.model.DeleteTriggerRequest;
import software.amazon.awssdk.services.glue.model.DeleteTriggerResponse;
import software.amazon.awssdk.services.glue.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.TriggerState;
import software.amazon.awssdk.services.glue.model.TriggerType;
import software.amazon.awssdk.services.glue.model.UpdateTriggerRequest;
import software.amazon.awssdk.services.glue.model.UpdateTriggerResponse;

/**
 * The operations that make and change triggers.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-trigger.html">Triggers</a>
 */
final class TriggerDefinitions extends Room {
    private final Caller caller;
    private final State state;
    private final Supplier<Instant> now;
    private final Runnable changed;

    /**
     * Creates the room.
     *
     * @param changed told when a schedule may be due earlier than before
     */
    TriggerDefinitions(Caller caller, State state, Supplier<Instant> now, Runnable changed) {
        this.caller = caller;
        this.state = state;
        this.now = now;
        this.changed = changed;
    }

    /** Creates a trigger. The same request again is answered once more, another one for the name is refused. */
    @Override
    public CreateTriggerResponse createTrigger(CreateTriggerRequest request) {
        TagRules.check(request.tags());
        Trigger asked =
                TriggerRules.checked(Shapes.copy(request, Trigger.builder()).build());
        boolean start = Boolean.TRUE.equals(request.startOnCreation());
        if (start && asked.type() != TriggerType.SCHEDULED && asked.type() != TriggerType.CONDITIONAL) {
            throw Failures.invalid("StartOnCreation is not supported for " + asked.type() + " triggers.");
        }
        TriggerRecord trigger = new TriggerRecord(
                caller,
                asked.copy(change -> change.state(start ? TriggerState.ACTIVATED : TriggerState.CREATED)),
                Optional.of(ShapeJson.write(request)));
        state.write(transaction -> {
            TriggerRecords triggers = new TriggerRecords(transaction);
            trigger.workflow().ifPresent(workflow -> admit(transaction, trigger, workflow));
            if (triggers.insert(trigger, now.get())) {
                tags(transaction).put(TriggerRecord.arn(caller, trigger.name()), request.tags());
            } else {
                refuseAnother(triggers.find(caller, trigger.name()), trigger);
            }
            return trigger;
        });
        changed.run();
        return CreateTriggerResponse.builder().name(request.name()).build();
    }

    /** Checks that a workflow is there, and that it has no other trigger to begin with. */
    private void admit(Handle transaction, TriggerRecord trigger, String workflow) {
        if (new WorkflowRecords(transaction).lock(caller, workflow).isEmpty()) {
            throw WorkflowFailures.notFound();
        }
        if (trigger.isStart()) {
            new TriggerRecords(transaction)
                    .of(caller, workflow).stream()
                            .filter(other -> other.isStart() && !other.name().equals(trigger.name()))
                            .findFirst()
                            .ifPresent(other -> {
                                throw Failures.invalid(
                                        "Workflow " + workflow + " has a start trigger already: " + other.name() + ".");
                            });
        }
    }

    private static void refuseAnother(Optional<TriggerRecord> earlier, TriggerRecord trigger) {
        Optional<String> request = earlier.flatMap(TriggerRecord::request);
        if (request.isEmpty()) {
            throw AlreadyExistsException.builder()
                    .message("Trigger " + trigger.name() + " already exists.")
                    .build();
        }
        if (!request.equals(trigger.request())) {
            throw IdempotentParameterMismatchException.builder()
                    .message("Trigger with name: " + trigger.name() + " already submitted with different configuration")
                    .build();
        }
    }

    /** Replaces a definition: "This updates the previous trigger definition by overwriting it completely." */
    @Override
    public UpdateTriggerResponse updateTrigger(UpdateTriggerRequest request) {
        new Constraints()
                .name("name", request.name())
                .present("triggerUpdate", request.triggerUpdate())
                .check();
        if (request.triggerUpdate().name() != null
                && !request.triggerUpdate().name().equals(request.name())) {
            throw Failures.invalid("A trigger cannot be renamed.");
        }
        TriggerRecord updated = state.write(transaction -> {
            TriggerRecords triggers = new TriggerRecords(transaction);
            Trigger before = triggers.lock(caller, request.name())
                    .map(TriggerRecord::definition)
                    .orElseThrow(() -> WorkflowFailures.noTrigger(request.name()));
            Trigger asked = Shapes.copy(request.triggerUpdate(), Trigger.builder())
                    .name(before.name())
                    .type(before.type())
                    .workflowName(before.workflowName())
                    .state(before.state())
                    .build();
            TriggerRecord next = new TriggerRecord(caller, TriggerRules.checked(asked), Optional.empty());
            triggers.save(next, now.get());
            return next;
        });
        changed.run();
        return UpdateTriggerResponse.builder().trigger(updated.definition()).build();
    }

    /** Deletes a trigger; one that is not there is none afterwards either. */
    @Override
    public DeleteTriggerResponse deleteTrigger(DeleteTriggerRequest request) {
        new Constraints().name("name", request.name()).check();
        state.write(transaction -> {
            new TriggerRecords(transaction).delete(caller, request.name());
            tags(transaction).removeAll(TriggerRecord.arn(caller, request.name()));
            return request;
        });
        return DeleteTriggerResponse.builder().name(request.name()).build();
    }

    private static TagTable tags(Handle handle) {
        return new TagTable(handle, "glue_tag", "resource");
    }
}
