package io.laguna.emulator.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.delivery.Arrival;
import io.laguna.emulator.kit.delivery.Delivery;
import io.laguna.emulator.kit.delivery.DeliveryQueue;
import io.laguna.emulator.kit.delivery.Loads;
import io.laguna.emulator.kit.delivery.NewDelivery;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.eventbridge.model.RetryPolicy;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * The deliveries of events to targets, at least once. A target that fails gets its event again after pauses that grow, as
 * often and as long as its retry policy says; then the event goes to its dead-letter queue.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html">Retry policy</a>
 */
final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 4;
    private static final int TOGETHER = 20;
    private static final int LONGEST_PAUSE = 60;
    private static final int DAY = 86_400;
    private static final int ATTEMPTS = 185;

    private final State state;
    private final Clock clock;
    private final TargetCalls calls;
    private final DeliveryQueue queue;

    Deliveries(State state, Clock clock, TargetSettings settings) {
        this.state = state;
        this.clock = clock;
        this.calls = new TargetCalls(state, clock, settings, this);
        this.queue = DeliveryQueue.open(state, "events", clock, new Loads(AT_ONCE, TOGETHER), this::deliver);
    }

    /** Returns the delivery of an event to a target. */
    static NewDelivery of(RuleRecord rule, Target target, JsonNode event) {
        ObjectNode body = JSON.createObjectNode().put("rule", rule.id()).put("target", target.id());
        body.set("event", event);
        String place = rule.id() + "/" + target.id();
        return new NewDelivery(
                place + "/" + event.path("id").asText(),
                TargetCalls.takesTogether(target) ? Optional.of(place) : Optional.empty(),
                body.toString());
    }

    /**
     * Puts deliveries on their way; {@link #wake} after the commit makes them go at once. An event that is matched again, since
     * Laguna was killed, is delivered once while it waits.
     */
    void put(Handle transaction, List<NewDelivery> made) {
        queue.on(transaction).putOnce(made, clock.instant());
    }

    /** Delivers what has been put now. */
    void wake() {
        queue.wake();
    }

    /** Delivers events to one target. */
    private List<Arrival> deliver(List<Delivery> load) {
        List<JsonNode> bodies =
                load.stream().map(delivery -> read(delivery.body())).toList();
        JsonNode place = bodies.get(0);
        Optional<RuleRecord> rule = state.read(
                handle -> new RuleRecords(handle).ofId(place.path("rule").asLong()));
        Optional<Target> target = rule.flatMap(found -> state.read(handle -> new RuleRecords(handle)
                .targets(found).stream()
                        .filter(each -> each.id().equals(place.path("target").asText()))
                        .findFirst()));
        if (target.isEmpty()) {
            return Collections.nCopies(load.size(), new Arrival.Done());
        }
        List<JsonNode> events = bodies.stream().map(body -> body.path("event")).toList();
        List<Optional<RuntimeException>> failures = calls.call(target.get(), rule.get(), events);
        return IntStream.range(0, load.size())
                .mapToObj(each -> failures.get(each)
                        .map(failure -> failed(load.get(each), rule.get(), target.get(), events.get(each), failure))
                        .orElseGet(Arrival.Done::new))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds an event that is no JSON", e);
        }
    }

    private Arrival failed(
            Delivery delivery, RuleRecord rule, Target target, JsonNode event, RuntimeException failure) {
        Optional<RetryPolicy> policy = Optional.ofNullable(target.retryPolicy());
        int most = policy.map(RetryPolicy::maximumRetryAttempts).orElse(ATTEMPTS);
        int age = policy.map(RetryPolicy::maximumEventAgeInSeconds).orElse(DAY);
        Optional<String> exhausted = exhausted(delivery, most, age).filter(condition -> !calls.isFinal(failure));
        boolean over = calls.isFinal(failure) || exhausted.isPresent();
        LOG.warn(
                "{} of rule {} does not take an event{}: {}",
                target.arn(),
                rule.name(),
                over ? "" : " and gets it again",
                failure.toString());
        if (over) {
            Map<String, String> retries = new TreeMap<>();
            retries.put("RETRY_ATTEMPTS", Integer.toString(delivery.attempts()));
            exhausted.ifPresent(condition -> retries.put("EXHAUSTED_RETRY_CONDITION", condition));
            calls.giveUp(target, rule, event, retries, failure);
            return new Arrival.Done();
        }
        long pause = Math.min(LONGEST_PAUSE, 1L << Math.min(delivery.attempts(), 6));
        return new Arrival.Again(Duration.ofSeconds(pause), true);
    }

    /** Returns the condition by which an event is not tried any more, as dead letters name it; empty where it is. */
    private Optional<String> exhausted(Delivery delivery, int most, int age) {
        if (delivery.attempts() >= most) {
            return Optional.of("MaximumRetryAttempts");
        }
        boolean old = !delivery.madeAt().plusSeconds(age).isAfter(clock.instant());
        return old ? Optional.of("MaximumEventAgeInSeconds") : Optional.empty();
    }

    @Override
    public void close() {
        queue.close();
    }
}
