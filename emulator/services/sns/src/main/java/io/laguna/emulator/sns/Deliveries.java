package io.laguna.emulator.sns;

import io.laguna.emulator.kit.delivery.Arrival;
import io.laguna.emulator.kit.delivery.Delivery;
import io.laguna.emulator.kit.delivery.DeliveryQueue;
import io.laguna.emulator.kit.state.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deliveries of what was published, in the order of publishing for each subscriber and at least once. A subscriber
 * that cannot be reached gets its message again after pauses that grow, and meanwhile those that come after it, unless the
 * topic is FIFO; one that is not there any more loses it to the subscription's dead-letter queue.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Message delivery retries</a>
 */
final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 4;
    private static final int WEB_AT_ONCE = 16;
    private static final String QUESTION = "{\"question\":true}";

    /** "23 days", with pauses of at most 20 seconds, for endpoints that AWS manages. */
    private static final int MOST_ATTEMPTS = 100_015;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final State state;
    private final Clock clock;
    private final Couriers couriers;
    private final Throttle pace = new Throttle();
    private final DeliveryQueue queue;
    private final DeliveryQueue web;

    Deliveries(State state, Clock clock, Couriers couriers) {
        this.state = state;
        this.clock = clock;
        this.couriers = couriers;
        this.queue = DeliveryQueue.open(state, "sns", clock, AT_ONCE, this::deliver);
        // Who is slow by HTTP keeps nobody else waiting.
        this.web = DeliveryQueue.open(state, "sns-http", clock, WEB_AT_ONCE, this::deliver);
    }

    /** Puts a message on its way to a subscriber; {@link #wake} after the commit makes it go at once. */
    void put(Handle transaction, SubscriptionRecord subscription, Publication message) {
        queue(subscription)
                .on(transaction)
                .put(Optional.of(subscription.id().toString()), message.json(), clock.instant());
    }

    /** Puts the question whether it wants messages on its way to a subscriber by HTTP. */
    void ask(Handle transaction, SubscriptionRecord subscription) {
        web.on(transaction).put(Optional.of(subscription.id().toString()), QUESTION, clock.instant());
    }

    private DeliveryQueue queue(SubscriptionRecord subscription) {
        return subscription.isWeb() ? web : queue;
    }

    /** Delivers what has been published now. */
    void wake() {
        queue.wake();
        web.wake();
    }

    private Arrival deliver(Delivery delivery) {
        UUID id = UUID.fromString(delivery.keyAsPut().orElseThrow());
        return state.read(handle -> new SubscriptionRecords(handle).find(id))
                .map(subscription -> deliver(subscription, delivery))
                .orElseGet(Arrival.Done::new);
    }

    private Arrival deliver(SubscriptionRecord subscription, Delivery delivery) {
        boolean question = delivery.body().equals(QUESTION);
        if (question && subscription.isConfirmed()) {
            return new Arrival.Done();
        }
        Optional<Duration> early = question ? Optional.empty() : pace.wait(subscription, clock.instant());
        if (early.isPresent()) {
            return new Arrival.Again(early.get(), false);
        }
        try {
            if (question) {
                couriers.ask(subscription);
            } else {
                couriers.deliver(subscription, Publication.read(delivery.body()));
            }
            return new Arrival.Done();
        } catch (Undeliverable e) {
            LOG.warn("{} gets no message: {}", subscription.arn(), e.getMessage());
            return givenUp(subscription, delivery);
        } catch (IOException | RuntimeException e) {
            Optional<Duration> pause = pause(subscription, delivery.attempts());
            if (pause.isEmpty()) {
                LOG.warn("{} cannot be reached: {}", subscription.arn(), e.toString());
                return givenUp(subscription, delivery);
            }
            LOG.warn("{} cannot be reached; it is tried again: {}", subscription.arn(), e.toString());
            return question || subscription.topic().address().isFifo()
                    ? new Arrival.Again(pause.get(), true)
                    : new Arrival.Aside(pause.get());
        }
    }

    private Arrival givenUp(SubscriptionRecord subscription, Delivery delivery) {
        if (!delivery.body().equals(QUESTION)) {
            couriers.giveUp(subscription, Publication.read(delivery.body()));
        }
        return new Arrival.Done();
    }

    /** Returns the pause before another attempt; empty when there is none any more. */
    private static Optional<Duration> pause(SubscriptionRecord subscription, int attempts) {
        if (subscription.isWeb()) {
            return DeliveryPolicy.of(subscription).pause(attempts);
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 5));
        return attempts >= MOST_ATTEMPTS
                ? Optional.empty()
                : Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    @Override
    public void close() {
        queue.close();
        web.close();
    }
}
