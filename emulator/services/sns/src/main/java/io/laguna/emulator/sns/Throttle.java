package io.laguna.emulator.sns;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The pace of deliveries by HTTP, of which a subscriber may want only so many a second. */
final class Throttle {
    private final Map<UUID, Instant> next = new ConcurrentHashMap<>();

    /** Returns how long a subscriber's next message has still to wait; when it goes now, the one behind it has to. */
    Optional<Duration> wait(SubscriptionRecord subscription, Instant now) {
        Optional<Integer> most =
                subscription.isWeb() ? DeliveryPolicy.of(subscription).throttle() : Optional.empty();
        if (most.isEmpty()) {
            return Optional.empty();
        }
        Instant due = next.getOrDefault(subscription.id(), now);
        if (due.isAfter(now)) {
            return Optional.of(Duration.between(now, due));
        }
        next.put(subscription.id(), now.plus(Duration.ofSeconds(1).dividedBy(most.get())));
        return Optional.empty();
    }
}
