package io.laguna.emulator.sns;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private static final int AT_ONCE = 100;

    /** "23 days", with pauses of at most 20 seconds, for endpoints that AWS manages. */
    private static final int MOST_ATTEMPTS = 100_015;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final State state;
    private final Clock clock;
    private final Couriers couriers;
    private final Worker worker = new Worker("sns", this::deliver);

    Deliveries(State state, Clock clock, Couriers couriers) {
        this.state = state;
        this.clock = clock;
        this.couriers = couriers;
    }

    void start() {
        worker.start();
    }

    /** Delivers what has been published now. */
    void wake() {
        worker.wake();
    }

    private Optional<Duration> deliver() {
        List<DeliveryRecords.Delivery> due;
        do {
            due = state.read(handle -> new DeliveryRecords(handle).due(clock.instant(), AT_ONCE));
            due.forEach(this::deliver);
        } while (!due.isEmpty() && !worker.isEnding());
        return Optional.of(state.read(handle -> new DeliveryRecords(handle).next())
                .map(next -> Duration.between(clock.instant(), next))
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause)
                .orElse(Worker.UNTIL_WOKEN));
    }

    private void deliver(DeliveryRecords.Delivery delivery) {
        Optional<SubscriptionRecord> subscription =
                state.read(handle -> new SubscriptionRecords(handle).find(delivery.subscription()));
        if (subscription.isEmpty()) {
            done(delivery);
            return;
        }
        try {
            couriers.deliver(subscription.get(), delivery.message());
            done(delivery);
        } catch (Couriers.Undeliverable e) {
            LOG.warn("{} gets no message: {}", subscription.get().arn(), e.getMessage());
            couriers.giveUp(subscription.get(), delivery.message());
            done(delivery);
        } catch (IOException | RuntimeException e) {
            again(subscription.get(), delivery, e);
        }
    }

    private void done(DeliveryRecords.Delivery delivery) {
        state.write(transaction -> {
            new DeliveryRecords(transaction).done(delivery.id());
            return delivery;
        });
    }

    private void again(SubscriptionRecord subscription, DeliveryRecords.Delivery delivery, Exception failure) {
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            couriers.giveUp(subscription, delivery.message());
            done(delivery);
            return;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(delivery.attempts(), 5));
        Instant next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        LOG.warn("{} cannot be reached; it is tried again: {}", subscription.arn(), failure.toString());
        state.write(transaction -> {
            new DeliveryRecords(transaction).again(delivery.id(), next);
            return delivery;
        });
    }

    @Override
    public void close() {
        worker.close();
    }
}
