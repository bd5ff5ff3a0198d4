package io.laguna.emulator.events;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/**
 * A rule in the state.
 *
 * @param nextAt when its schedule is due
 */
record RuleRecord(
        long id,
        BusRecord bus,
        String name,
        Optional<String> pattern,
        Optional<String> schedule,
        Optional<String> description,
        Optional<String> role,
        boolean enabled,
        Instant createdAt,
        Optional<Instant> nextAt) {
    String arn() {
        return bus.owner()
                .arn("events", "rule/" + (bus.name().equals(BusRecord.DEFAULT) ? "" : bus.name() + "/") + name);
    }

    RuleState ruleState() {
        return enabled ? RuleState.ENABLED : RuleState.DISABLED;
    }

    Rule shape() {
        return Rule.builder()
                .name(name)
                .arn(arn())
                .eventPattern(pattern.orElse(null))
                .scheduleExpression(schedule.orElse(null))
                .description(description.orElse(null))
                .roleArn(role.orElse(null))
                .state(ruleState())
                .eventBusName(bus.name())
                .build();
    }
}
