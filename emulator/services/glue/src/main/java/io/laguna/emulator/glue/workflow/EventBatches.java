package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecord;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import io.laguna.emulator.glue.workflow.trigger.TriggerRules;
import io.laguna.emulator.kit.Caller;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.EventBatchingCondition;
import software.amazon.awssdk.services.glue.model.StartingEventBatchCondition;
import software.amazon.awssdk.services.glue.model.TriggerState;
import software.amazon.awssdk.services.glue.model.TriggerType;

/**
 * The events that wait to start workflows: a run starts when there are as many as its trigger wants, or when the window
 * since the first of them is over.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/starting-workflow-eventbridge.html">Starting by an event</a>
 */
record EventBatches(Handle transaction, TriggeredRuns runs, Instant now) {
    private static final String PROPERTY = "aws:eventIds";
    private static final String OF_WORKFLOW = " where account = ? and region = ? and workflow = ?";

    /** The events that wait for one workflow, the earliest first. */
    private record Waiting(Caller owner, String workflow, Instant first) {}

    /** An event that waits. */
    private record Event(long number, String id) {}

    /** Takes an event for a workflow; tells whether the workflow begins with events. */
    boolean take(Caller owner, String workflow, String event) {
        if (trigger(owner, workflow).isEmpty()) {
            return false;
        }
        transaction.execute(
                "insert into glue_workflow_event (account, region, workflow, event, arrived_at)"
                        + " values (?, ?, ?, ?, ?)",
                owner.accountId(),
                owner.region(),
                workflow,
                event,
                Timestamp.from(now));
        return true;
    }

    /** Starts the runs whose batches are ready; tells whether there were some. */
    boolean start() {
        boolean started = false;
        for (Waiting waiting : waiting()) {
            started |= start(waiting);
        }
        return started;
    }

    private boolean start(Waiting waiting) {
        List<Event> events = transaction
                .select(
                        "select number, event from glue_workflow_event" + OF_WORKFLOW + " order by number for update",
                        waiting.owner().accountId(),
                        waiting.owner().region(),
                        waiting.workflow())
                .map((row, context) -> new Event(row.getLong("number"), row.getString("event")))
                .list();
        Optional<EventBatchingCondition> condition = trigger(waiting.owner(), waiting.workflow());
        if (condition.isEmpty()) {
            events.forEach(this::remove);
            return false;
        }
        boolean full = events.size() >= condition.get().batchSize();
        if (!full && due(waiting, condition.get()).isAfter(now)) {
            return false;
        }
        List<Event> batch = events.stream().limit(condition.get().batchSize()).toList();
        batch.forEach(this::remove);
        StartingEventBatchCondition told = full
                ? StartingEventBatchCondition.builder().batchSize(batch.size()).build()
                : StartingEventBatchCondition.builder()
                        .batchWindow(condition.get().batchWindow())
                        .build();
        String ids = batch.stream().map(Event::id).toList().toString();
        new WorkflowStarts(transaction, runs, now)
                .startOrRefuse(
                        waiting.owner(),
                        new WorkflowStarts.Wanted(waiting.workflow(), Map.of(PROPERTY, ids), Optional.of(told)));
        return true;
    }

    /** Returns when the next batch is ready, whatever else arrives; empty when no event waits. */
    Optional<Instant> next() {
        return waiting().stream()
                .flatMap(waiting ->
                        trigger(waiting.owner(), waiting.workflow()).map(condition -> due(waiting, condition)).stream())
                .min(Instant::compareTo);
    }

    private static Instant due(Waiting waiting, EventBatchingCondition condition) {
        return waiting.first().plusSeconds(condition.batchWindow());
    }

    private void remove(Event event) {
        transaction.execute("delete from glue_workflow_event where number = ?", event.number());
    }

    private List<Waiting> waiting() {
        return transaction
                .select("select account, region, workflow, min(arrived_at) as first from glue_workflow_event"
                        + " group by account, region, workflow")
                .map((row, context) -> new Waiting(
                        new Caller(row.getString("account"), row.getString("region")),
                        row.getString("workflow"),
                        row.getTimestamp("first").toInstant()))
                .list();
    }

    /** Returns the condition of the workflow's trigger for events; empty where it has none, or a deactivated one. */
    private Optional<EventBatchingCondition> trigger(Caller owner, String workflow) {
        return new TriggerRecords(transaction)
                .of(owner, workflow).stream()
                        .map(TriggerRecord::definition)
                        .filter(trigger -> trigger.type() == TriggerType.EVENT)
                        .filter(trigger -> trigger.state() != TriggerState.DEACTIVATED)
                        .map(TriggerRules::batching)
                        .findFirst();
    }
}
