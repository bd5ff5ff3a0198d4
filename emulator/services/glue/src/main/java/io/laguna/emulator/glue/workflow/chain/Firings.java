package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.workflow.trigger.Ended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.glue.model.Action;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.Predecessor;
import software.amazon.awssdk.services.glue.model.Trigger;

/** The firings of triggers in one transaction: the firing, its actions, and the runs of jobs among them. */
record Firings(Handle transaction, TriggeredRuns runs, Instant now) {
    private static final Logger LOG = LoggerFactory.getLogger(Firings.class);

    /**
     * Lets a trigger fire in a chain.
     *
     * @param causes the ends for which it fires; none for the first trigger of a chain
     */
    void fire(ChainRecord chain, Trigger trigger, List<Ended> causes) {
        new ActionRecords(transaction).fire(chain.id(), trigger.name(), now);
        for (int position = 0; position < trigger.actions().size(); position++) {
            act(chain, trigger, position, causes);
        }
    }

    /** Starts one action of a trigger. */
    void act(ChainRecord chain, Trigger trigger, int position, List<Ended> causes) {
        Action action = trigger.actions().get(position);
        ActionRecord record = action.jobName() == null
                ? record(chain, trigger, position, Ended.Kind.CRAWLER, action.crawlerName())
                : job(chain, trigger, position, action, causes);
        record.error()
                .ifPresent(error -> LOG.warn("Trigger {} cannot start {}: {}", trigger.name(), record.name(), error));
        new ActionRecords(transaction).insert(record);
    }

    private ActionRecord job(ChainRecord chain, Trigger trigger, int position, Action action, List<Ended> causes) {
        ActionRecord record = record(chain, trigger, position, Ended.Kind.JOB, action.jobName());
        try {
            JobRun run = runs.start(
                    transaction,
                    chain.owner(),
                    new TriggeredRuns.Start(trigger.name(), action, arguments(chain), predecessors(causes)));
            return new ActionRecord(
                    record.chain(),
                    record.trigger(),
                    position,
                    record.kind(),
                    record.name(),
                    Optional.of(run.id()),
                    run.jobRunState() == JobRunState.ERROR ? ActionState.ERROR : ActionState.ACTIVE,
                    Optional.ofNullable(run.errorMessage()),
                    now,
                    Optional.empty());
        } catch (GlueException e) {
            return record.failed(e.getMessage());
        }
    }

    private ActionRecord record(ChainRecord chain, Trigger trigger, int position, Ended.Kind kind, String name) {
        return new ActionRecord(
                chain.id(),
                trigger.name(),
                position,
                kind,
                name,
                Optional.empty(),
                ActionState.PENDING,
                Optional.empty(),
                now,
                Optional.empty());
    }

    /** Returns the arguments by which a job finds the properties of the run that it is part of. */
    private static Map<String, String> arguments(ChainRecord chain) {
        return chain.workflow()
                .map(workflow -> Map.of("--WORKFLOW_NAME", workflow, "--WORKFLOW_RUN_ID", chain.id()))
                .orElse(Map.of());
    }

    private static List<Predecessor> predecessors(List<Ended> causes) {
        List<Predecessor> predecessors = new ArrayList<>();
        causes.stream()
                .filter(cause -> cause.kind() == Ended.Kind.JOB)
                .forEach(cause -> predecessors.add(Predecessor.builder()
                        .jobName(cause.name())
                        .runId(cause.run())
                        .build()));
        return predecessors;
    }
}
