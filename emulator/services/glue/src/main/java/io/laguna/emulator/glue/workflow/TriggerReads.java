package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecord;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.state.TagTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.BatchGetTriggersRequest;
import software.amazon.awssdk.services.glue.model.BatchGetTriggersResponse;
import software.amazon.awssdk.services.glue.model.GetTriggerRequest;
import software.amazon.awssdk.services.glue.model.GetTriggerResponse;
import software.amazon.awssdk.services.glue.model.GetTriggersRequest;
import software.amazon.awssdk.services.glue.model.GetTriggersResponse;
import software.amazon.awssdk.services.glue.model.ListTriggersRequest;
import software.amazon.awssdk.services.glue.model.ListTriggersResponse;
import software.amazon.awssdk.services.glue.model.Trigger;

/**
 * The operations that tell about triggers.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-trigger.html">Triggers</a>
 */
final class TriggerReads extends Room {
    private static final int LARGEST = 200;

    private final Caller caller;
    private final State state;

    TriggerReads(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public GetTriggerResponse getTrigger(GetTriggerRequest request) {
        new Constraints().name("name", request.name()).check();
        Trigger trigger = state.read(handle -> new TriggerRecords(handle).find(caller, request.name()))
                .map(TriggerRecord::definition)
                .orElseThrow(() -> WorkflowFailures.noTrigger(request.name()));
        return GetTriggerResponse.builder().trigger(trigger).build();
    }

    @Override
    public GetTriggersResponse getTriggers(GetTriggersRequest request) {
        Page<Trigger> page = page(
                request.dependentJobName(), Map.of(), request.nextToken(), Optional.ofNullable(request.maxResults()));
        return GetTriggersResponse.builder()
                .triggers(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListTriggersResponse listTriggers(ListTriggersRequest request) {
        Page<Trigger> page = page(
                request.dependentJobName(),
                request.tags(),
                request.nextToken(),
                Optional.ofNullable(request.maxResults()));
        return ListTriggersResponse.builder()
                .triggerNames(page.entries().stream().map(Trigger::name).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public BatchGetTriggersResponse batchGetTriggers(BatchGetTriggersRequest request) {
        Constraints constraints = new Constraints();
        request.triggerNames().forEach(name -> constraints.name("triggerNames", name));
        constraints.check();
        List<Trigger> found = state.read(this::all).stream()
                .filter(trigger -> request.triggerNames().contains(trigger.name()))
                .toList();
        List<String> names = found.stream().map(Trigger::name).toList();
        return BatchGetTriggersResponse.builder()
                .triggers(found)
                .triggersNotFound(request.triggerNames().stream()
                        .filter(name -> !names.contains(name))
                        .toList())
                .build();
    }

    private Page<Trigger> page(String job, Map<String, String> tags, String token, Optional<Integer> size) {
        new Constraints()
                .optionalName("dependentJobName", job)
                .range("maxResults", size.orElse(null), 1, LARGEST)
                .check();
        List<Trigger> triggers = state.read(handle -> starting(all(handle), Optional.ofNullable(job)).stream()
                .filter(trigger -> tagsOf(handle, trigger).entrySet().containsAll(tags.entrySet()))
                .toList());
        return Page.ofSorted(triggers, Trigger::name, token, Page.size(size.orElse(null), LARGEST), Failures::badToken);
    }

    /**
     * Returns the triggers that start a job: "The trigger that can start this job is returned, and if there is no such
     * trigger, all triggers are returned."
     */
    private static List<Trigger> starting(List<Trigger> all, Optional<String> job) {
        List<Trigger> some = all.stream()
                .filter(trigger -> job.isEmpty()
                        || trigger.actions().stream()
                                .anyMatch(action -> job.get().equals(action.jobName())))
                .toList();
        return some.isEmpty() ? all : some;
    }

    private List<Trigger> all(Handle handle) {
        return new TriggerRecords(handle)
                .all(caller).stream().map(TriggerRecord::definition).toList();
    }

    private Map<String, String> tagsOf(Handle handle, Trigger trigger) {
        return new TagTable(handle, "glue_tag", "resource").of(TriggerRecord.arn(caller, trigger.name()));
    }
}
