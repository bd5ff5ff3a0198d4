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
 * that cannot be reached gets its message again after pauses that grow; one that is not there any more loses it to the
 * subscription's dead-letter queue.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Message delivery retries</a>
 */
final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 4;

    /** "23 days", with pauses of at most 20 seconds, for endpoints that AWS manages. */
    private static final int MOST_ATTEMPTS = 100_015;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final State state;
    private final Clock clock;
    private final Couriers couriers;
    private final DeliveryQueue queue;

    Deliveries(State state, Clock clock, Couriers couriers) {
        this.state = state;
        this.clock = clock;
        this.couriers = couriers;
        this.queue = DeliveryQueue.open(state, "sns", clock, AT_ONCE, this::deliver);
    }

    /** Puts a message on its way to a subscriber; {@link #wake} after the commit makes it go at once. */
    void put(Handle transaction, SubscriptionRecord subscription, Publication message) {
        queue.on(transaction).put(Optional.of(subscription.id().toString()), message.json(), clock.instant());
    }

    /** Delivers what has been published now. */
    void wake() {
        queue.wake();
    }

    private Arrival deliver(Delivery delivery) {
        UUID id = UUID.fromString(delivery.key().orElseThrow());
        return state.read(handle -> new SubscriptionRecords(handle).find(id))
                .map(subscription -> deliver(subscription, Publication.read(delivery.body()), delivery.attempts()))
                .orElseGet(Arrival.Done::new);
    }

    private Arrival deliver(SubscriptionRecord subscription, Publication message, int attempts) {
        try {
            couriers.deliver(subscription, message);
            return new Arrival.Done();
        } catch (Couriers.Undeliverable e) {
            LOG.warn("{} gets no message: {}", subscription.arn(), e.getMessage());
            couriers.giveUp(subscription, message);
            return new Arrival.Done();
        } catch (IOException | RuntimeException e) {
            if (attempts >= MOST_ATTEMPTS) {
                couriers.giveUp(subscription, message);
                return new Arrival.Done();
            }
            LOG.warn("{} cannot be reached; it is tried again: {}", subscription.arn(), e.toString());
            Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 5));
            return new Arrival.Again(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause, true);
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
