package io.laguna.emulator.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The clock of rules with a schedule, which puts an event on its way to their targets when they are due. */
final class Schedules implements AutoCloseable {
    private final State state;
    private final Clock clock;
    private final Deliveries deliveries;
    private final Worker worker = new Worker("eventbridge", this::work);

    Schedules(State state, Clock clock, Deliveries deliveries) {
        this.state = state;
        this.clock = clock;
        this.deliveries = deliveries;
    }

    void start() {
        worker.start();
    }

    /** Looks at the rules now. */
    void wake() {
        worker.wake();
    }

    private Optional<Duration> work() {
        Optional<Instant> next = state.write(transaction -> {
            RuleRecords rules = new RuleRecords(transaction);
            Matching matching = new Matching(transaction, deliveries);
            rules.due(clock.instant()).forEach(rule -> fire(rules, rule, matching));
            matching.keep();
            return rules.next();
        });
        deliveries.wake();
        return Optional.of(next.map(due -> Duration.between(clock.instant(), due))
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause)
                .orElse(Worker.UNTIL_WOKEN));
    }

    private void fire(RuleRecords rules, RuleRecord rule, Matching matching) {
        Instant now = clock.instant();
        rules.enable(rule.id(), true, RuleSchedule.next(rule.schedule().orElseThrow(), now));
        Event event = Event.of(
                "aws.events",
                "Scheduled Event",
                rule.bus().owner(),
                rule.nextAt().orElse(now),
                List.of(rule.arn()),
                JsonNodeFactory.instance.objectNode());
        matching.deliver(rule, event.envelope());
    }

    @Override
    public void close() {
        worker.close();
    }
}
