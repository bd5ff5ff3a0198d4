package io.laguna.emulator.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.eventbridge.model.RetryPolicy;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * The deliveries of events to targets, at least once, and the schedules of rules. A target that fails gets its event again
 * after pauses that grow, as often and as long as its retry policy says; then the event goes to its dead-letter queue.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html">Retry policy</a>
 */
final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 100;
    private static final int LONGEST_PAUSE = 60;
    private static final int DAY = 86_400;
    private static final int ATTEMPTS = 185;

    private final State state;
    private final Clock clock;
    private final TargetCalls calls;
    private final Worker worker = new Worker("eventbridge", this::work);

    /** An event on its way to one target. */
    private record Delivery(long id, long rule, String target, JsonNode event, int attempts, Instant put) {}

    Deliveries(State state, Clock clock, TargetSettings settings) {
        this.state = state;
        this.clock = clock;
        this.calls = new TargetCalls(state, clock, settings, this::wake);
    }

    void start() {
        worker.start();
    }

    /** Looks for what is due now. */
    void wake() {
        worker.wake();
    }

    private Optional<Duration> work() {
        state.write(transaction -> {
            Instant now = clock.instant();
            RuleRecords rules = new RuleRecords(transaction);
            for (RuleRecord rule : rules.due(now)) {
                String expression = rule.schedule().orElseThrow();
                rules.enable(rule.id(), true, RuleSchedule.next(expression, now));
                Event event = Event.of(
                        "aws.events",
                        "Scheduled Event",
                        rule.bus().owner(),
                        rule.nextAt().orElse(now),
                        List.of(rule.arn()),
                        JSON.createObjectNode());
                new Matching(transaction, now).deliver(rule, event.envelope());
            }
            return now;
        });
        List<Delivery> due;
        do {
            due = due();
            due.forEach(this::deliver);
        } while (!due.isEmpty() && !worker.isEnding());
        return Optional.of(next().map(next -> Duration.between(clock.instant(), next))
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause)
                .orElse(Worker.UNTIL_WOKEN));
    }

    private List<Delivery> due() {
        return state.read(handle -> handle.select(
                        "select * from events_delivery where next_at <= ? order by id limit ?",
                        Timestamp.from(clock.instant()),
                        AT_ONCE)
                .map((row, context) -> new Delivery(
                        row.getLong("id"),
                        row.getLong("rule"),
                        row.getString("target"),
                        event(row.getString("event")),
                        row.getInt("attempts"),
                        row.getTimestamp("put_at").toInstant()))
                .list());
    }

    private static JsonNode event(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds an event that is no JSON", e);
        }
    }

    private Optional<Instant> next() {
        return state.read(handle -> Stream.of(
                        new RuleRecords(handle).next(),
                        handle.select("select min(next_at) as next from events_delivery")
                                .map((row, context) -> Optional.ofNullable(row.getTimestamp("next"))
                                        .map(Timestamp::toInstant))
                                .one())
                .flatMap(Optional::stream)
                .min(Instant::compareTo));
    }

    private void deliver(Delivery delivery) {
        Optional<RuleRecord> rule = state.read(handle -> new RuleRecords(handle).ofId(delivery.rule()));
        Optional<Target> target = rule.flatMap(found -> state.read(handle -> new RuleRecords(handle)
                .targets(found).stream()
                        .filter(each -> each.id().equals(delivery.target()))
                        .findFirst()));
        if (target.isEmpty()) {
            done(delivery);
            return;
        }
        try {
            calls.call(target.get(), rule.get(), delivery.event());
            done(delivery);
        } catch (RuntimeException e) {
            failed(delivery, rule.get(), target.get(), e);
        }
    }

    private void done(Delivery delivery) {
        state.write(transaction -> transaction.execute("delete from events_delivery where id = ?", delivery.id()));
    }

    private void failed(Delivery delivery, RuleRecord rule, Target target, RuntimeException failure) {
        Optional<RetryPolicy> policy = Optional.ofNullable(target.retryPolicy());
        int most = policy.map(RetryPolicy::maximumRetryAttempts).orElse(ATTEMPTS);
        int age = policy.map(RetryPolicy::maximumEventAgeInSeconds).orElse(DAY);
        Instant now = clock.instant();
        boolean over = calls.isFinal(failure)
                || delivery.attempts() >= most
                || !delivery.put().plusSeconds(age).isAfter(now);
        LOG.warn(
                "{} of rule {} does not take an event{}: {}",
                target.arn(),
                rule.name(),
                over ? "" : " and gets it again",
                failure.toString());
        if (over) {
            calls.giveUp(target, rule, delivery.event(), delivery.attempts(), failure);
            done(delivery);
            return;
        }
        long pause = Math.min(LONGEST_PAUSE, 1L << Math.min(delivery.attempts(), 6));
        state.write(transaction -> transaction.execute(
                "update events_delivery set attempts = attempts + 1, next_at = ? where id = ?",
                Timestamp.from(now.plusSeconds(pause)),
                delivery.id()));
    }

    @Override
    public void close() {
        worker.close();
    }
}
