package io.laguna.emulator.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.event.ruler.Machine;

/**
 * The way of an event to the rules that want it: a delivery for each of their targets is in the state in the transaction
 * that takes the event. AWS's own matcher decides.
 */
record Matching(Handle transaction, Deliveries deliveries) {
    /** Puts an event on a bus. */
    void put(BusRecord bus, JsonNode event) {
        for (RuleRecord rule : new RuleRecords(transaction).of(bus)) {
            if (rule.enabled()
                    && rule.pattern().filter(pattern -> matches(pattern, event)).isPresent()) {
                deliver(rule, event);
            }
        }
    }

    /** Puts an event on the way to all targets of a rule. */
    void deliver(RuleRecord rule, JsonNode event) {
        for (Target target : new RuleRecords(transaction).targets(rule)) {
            deliveries.put(transaction, rule, target, event);
        }
    }

    /** Tells whether an event is what a pattern describes. */
    static boolean matches(String pattern, JsonNode event) {
        try {
            Machine machine = Machine.builder().build();
            machine.addRule("pattern", pattern);
            return !machine.rulesForJSONEvent(event).isEmpty();
        } catch (IOException e) {
            throw Failures.pattern(e.getMessage());
        }
    }
}
