package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.workflow.chain.ChainRecords;
import io.laguna.emulator.glue.workflow.chain.Chains;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecord;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.StartingEventBatchCondition;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.Workflow;
import software.amazon.awssdk.services.glue.model.WorkflowRun;

/** The starts of workflows' runs in one transaction. */
record WorkflowStarts(Handle transaction, TriggeredRuns runs, Instant now) {
    /** The request for a run, whoever makes it. */
    record Wanted(String workflow, Map<String, String> properties, Optional<StartingEventBatchCondition> batch) {
        static Wanted of(String workflow) {
            return new Wanted(workflow, Map.of(), Optional.empty());
        }
    }

    /**
     * Starts a run for a user.
     *
     * @throws software.amazon.awssdk.services.glue.model.GlueException when there is no such workflow, or as many runs go
     *     on as there may be
     */
    String start(Caller owner, Wanted wanted) {
        Workflow workflow = locked(owner, wanted.workflow()).orElseThrow(WorkflowFailures::notFound);
        if (isFull(owner, workflow)) {
            throw WorkflowFailures.concurrent(workflow.name());
        }
        return begin(owner, workflow, wanted);
    }

    /** Starts a run for a trigger: a run that may not start is one with the status ERROR. */
    void startOrRefuse(Caller owner, Wanted wanted) {
        locked(owner, wanted.workflow()).ifPresent(workflow -> {
            if (isFull(owner, workflow)) {
                String reason = WorkflowFailures.concurrent(workflow.name()).getMessage();
                chains().refuse(owner, run(workflow, wanted), triggers(owner, workflow), reason);
            } else {
                begin(owner, workflow, wanted);
            }
        });
    }

    private Optional<Workflow> locked(Caller owner, String name) {
        return new WorkflowRecords(transaction).lock(owner, name);
    }

    private boolean isFull(Caller owner, Workflow workflow) {
        return Optional.ofNullable(workflow.maxConcurrentRuns())
                .filter(most -> new ChainRecords(transaction).active(owner, workflow.name()) >= most)
                .isPresent();
    }

    private String begin(Caller owner, Workflow workflow, Wanted wanted) {
        List<TriggerRecord> all = new TriggerRecords(transaction).of(owner, workflow.name());
        Optional<Trigger> first = all.stream()
                .filter(TriggerRecord::isStart)
                .map(TriggerRecord::definition)
                .findFirst();
        return chains().start(owner, run(workflow, wanted), definitions(all), first);
    }

    private List<Trigger> triggers(Caller owner, Workflow workflow) {
        return definitions(new TriggerRecords(transaction).of(owner, workflow.name()));
    }

    private static List<Trigger> definitions(List<TriggerRecord> triggers) {
        return triggers.stream().map(TriggerRecord::definition).toList();
    }

    private static WorkflowRun run(Workflow workflow, Wanted wanted) {
        Map<String, String> properties = new HashMap<>(workflow.defaultRunProperties());
        properties.putAll(wanted.properties());
        return WorkflowRun.builder()
                .name(workflow.name())
                .workflowRunProperties(properties)
                .startingEventBatchCondition(wanted.batch().orElse(null))
                .build();
    }

    private Chains chains() {
        return new Chains(transaction, runs, now);
    }
}
