package io.laguna.emulator.glue.workflow.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Condition;
import software.amazon.awssdk.services.glue.model.Logical;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.TriggerState;
import software.amazon.awssdk.services.glue.model.TriggerType;

/**
 * The rule by which a conditional trigger fires in a chain: it is activated, it has not fired in this chain, and the ends
 * that the chain has seen meet one of its conditions (ANY) or each of them (AND).
 *
 * <p>The chain is what one start has set going. So a run that a user has started by hand fires nothing, and a run inside of
 * a workflow's run fires only the triggers of that workflow.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/about-triggers.html">Triggers</a>
 */
public final class FiringRule {
    private FiringRule() {}

    /**
     * Returns the ends for which a trigger fires now; empty when it does not.
     *
     * @param fired the names of the triggers that have fired in the chain
     * @param seen the ends of everything that the chain has started
     */
    public static Optional<List<Ended>> fires(Trigger trigger, Set<String> fired, List<Ended> seen) {
        if (trigger.type() != TriggerType.CONDITIONAL
                || trigger.state() != TriggerState.ACTIVATED
                || fired.contains(trigger.name())) {
            return Optional.empty();
        }
        List<Ended> met = new ArrayList<>();
        boolean all = true;
        for (Condition condition : trigger.predicate().conditions()) {
            List<Ended> ends = seen.stream().filter(end -> end.meets(condition)).toList();
            all &= !ends.isEmpty();
            ends.stream().filter(end -> !met.contains(end)).forEach(met::add);
        }
        boolean fires = trigger.predicate().logical() == Logical.ANY ? !met.isEmpty() : all;
        return fires ? Optional.of(List.copyOf(met)) : Optional.empty();
    }
}
