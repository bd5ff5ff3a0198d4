package io.laguna.emulator.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.kit.delivery.NewDelivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.event.ruler.Machine;

/**
 * The way of the events of one transaction to the rules that want them: once it is told to {@link #keep} them, a delivery for each
 * of their targets is in the state. AWS's own matcher decides.
 */
final class Matching {
    private final Handle transaction;
    private final Deliveries deliveries;
    private final Map<Long, List<RuleRecord>> rules = new HashMap<>();
    private final Map<Long, List<Target>> targets = new HashMap<>();
    private final List<NewDelivery> made = new ArrayList<>();

    Matching(Handle transaction, Deliveries deliveries) {
        this.transaction = transaction;
        this.deliveries = deliveries;
    }

    /** Puts an event on a bus. */
    void put(BusRecord bus, JsonNode event) {
        for (RuleRecord rule : rules.computeIfAbsent(bus.id(), id -> new RuleRecords(transaction).of(bus))) {
            if (rule.enabled()
                    && rule.pattern().filter(pattern -> matches(pattern, event)).isPresent()) {
                deliver(rule, event);
            }
        }
    }

    /** Puts an event on the way to all targets of a rule. */
    void deliver(RuleRecord rule, JsonNode event) {
        for (Target target : targets.computeIfAbsent(rule.id(), id -> new RuleRecords(transaction).targets(rule))) {
            made.add(Deliveries.of(rule, target, event));
        }
    }

    /** Keeps the deliveries of all events that were put. */
    void keep() {
        deliveries.put(transaction, made);
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
