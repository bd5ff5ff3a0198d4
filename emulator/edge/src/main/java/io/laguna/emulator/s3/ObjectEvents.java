package io.laguna.emulator.s3;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells listeners of objects that came or went, after it happened.
 *
 * <p>Every listener has a thread and a queue of its own: one that fails or is slow harms neither the request nor another
 * listener.
 */
public final class ObjectEvents implements AutoCloseable {
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** A listener's place in the list of those who hear; closing it ends that. */
    public interface Handle extends AutoCloseable {
        /** How many events were lost because the listener was too far behind. */
        long lost();

        @Override
        void close();
    }

    /** The listener hears, in order, of what happens from now on. */
    public Handle subscribe(Consumer<ObjectEvent> listener) {
        Subscription subscription = new Subscription(listener, subscriptions::remove);
        subscriptions.add(subscription);
        return subscription;
    }

    boolean isHeard() {
        return !subscriptions.isEmpty();
    }

    void publish(ObjectEvent event) {
        subscriptions.forEach(subscription -> subscription.offer(event));
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
