package io.laguna.emulator.glue.workflow.trigger;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.GlueSchedule;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Action;
import software.amazon.awssdk.services.glue.model.EventBatchingCondition;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.TriggerType;

/**
 * The rules for definitions of triggers, in AWS's words where these are known.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/about-triggers.html">Triggers</a>
 */
public final class TriggerRules {
    private static final int MOST_CRAWLERS = 2;
    private static final int LONGEST_WINDOW = 900;

    private TriggerRules() {}

    /** Returns a definition as it is kept, with the defaults of what it does not say. */
    public static Trigger checked(Trigger trigger) {
        Constraints constraints = new Constraints()
                .name("name", trigger.name())
                .optionalName("workflowName", trigger.workflowName())
                .lines("description", trigger.description(), 2048)
                .present("type", trigger.typeAsString())
                .oneOf("type", trigger.typeAsString(), TriggerType.knownValues());
        trigger.actions().forEach(action -> declared(constraints, action));
        Optional.ofNullable(trigger.eventBatchingCondition()).ifPresent(batch -> constraints
                .present("eventBatchingCondition.batchSize", batch.batchSize())
                .range("eventBatchingCondition.batchSize", batch.batchSize(), 1, 100)
                .range("eventBatchingCondition.batchWindow", batch.batchWindow(), 1, LONGEST_WINDOW));
        constraints.check();
        actions(trigger.actions());
        onlyFor(TriggerType.SCHEDULED, trigger, "Schedule", trigger.schedule());
        onlyFor(TriggerType.CONDITIONAL, trigger, "Predicate", trigger.predicate());
        onlyFor(TriggerType.EVENT, trigger, "EventBatchingCondition", trigger.eventBatchingCondition());
        return switch (trigger.type()) {
            case ON_DEMAND, UNKNOWN_TO_SDK_VERSION -> trigger;
            case SCHEDULED -> scheduled(trigger);
            case CONDITIONAL -> trigger.copy(
                    change -> change.predicate(PredicateRules.checked(Optional.ofNullable(trigger.predicate()))));
            case EVENT -> event(trigger);
        };
    }

    private static void declared(Constraints constraints, Action action) {
        constraints
                .optionalName("actions.jobName", action.jobName())
                .optionalName("actions.crawlerName", action.crawlerName())
                .optionalName("actions.securityConfiguration", action.securityConfiguration())
                .range("actions.timeout", action.timeout(), 1, Integer.MAX_VALUE);
        Optional.ofNullable(action.notificationProperty())
                .ifPresent(property -> constraints.range(
                        "actions.notificationProperty.notifyDelayAfter",
                        property.notifyDelayAfter(),
                        1,
                        Integer.MAX_VALUE));
    }

    private static void actions(List<Action> actions) {
        if (actions.isEmpty()) {
            throw Failures.invalid("Actions cannot be null or empty");
        }
        for (Action action : actions) {
            if (action.jobName() != null && action.crawlerName() != null) {
                throw Failures.invalid("Both JobName and CrawlerName cannot be set together in an action");
            }
            if (action.jobName() == null && action.crawlerName() == null) {
                throw Failures.invalid("JobName or CrawlerName in action cannot be null or empty");
            }
        }
        if (actions.stream().filter(action -> action.crawlerName() != null).count() > MOST_CRAWLERS) {
            throw Failures.invalid("A trigger can start " + MOST_CRAWLERS + " crawlers at the most.");
        }
    }

    private static void onlyFor(TriggerType type, Trigger trigger, String member, Object value) {
        if (value != null && trigger.type() != type) {
            throw Failures.invalid(member + " is for triggers of type " + type + " only, not " + trigger.type() + ".");
        }
    }

    private static Trigger scheduled(Trigger trigger) {
        if (trigger.schedule() == null || trigger.schedule().isBlank()) {
            throw Failures.invalid("Schedule cannot be null or empty");
        }
        GlueSchedule.of(trigger.schedule());
        return trigger;
    }

    private static Trigger event(Trigger trigger) {
        if (trigger.workflowName() == null) {
            throw Failures.invalid("A trigger of type EVENT starts a workflow: WorkflowName is required.");
        }
        return Optional.ofNullable(trigger.eventBatchingCondition())
                .map(given -> trigger.copy(change -> change.eventBatchingCondition(whole(given))))
                .orElse(trigger);
    }

    /** Returns when a trigger of type EVENT starts its workflow: after the first event, where it does not say. */
    public static EventBatchingCondition batching(Trigger trigger) {
        return whole(Optional.ofNullable(trigger.eventBatchingCondition())
                .orElseGet(() -> EventBatchingCondition.builder().batchSize(1).build()));
    }

    private static EventBatchingCondition whole(EventBatchingCondition given) {
        return given.copy(batch ->
                batch.batchWindow(Optional.ofNullable(given.batchWindow()).orElse(LONGEST_WINDOW)));
    }
}
