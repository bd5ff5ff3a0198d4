package io.laguna.emulator.s3.event;

import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The events of objects that came or went, passed on to listeners after it happened.
 *
 * <p>Every listener has a thread and a queue of its own: a listener that fails or is slow harms neither the request nor
 * another listener.
 */
public final class ObjectEvents implements AutoCloseable {
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** A subscription of a listener; closing the handle ends it. */
    public interface Handle extends AutoCloseable {
        /** Returns how many events were lost because the listener was too far behind. */
        long lost();

        @Override
        void close();
    }

    /** Adds a listener, which gets, in order, the events from now on. */
    public Handle subscribe(Consumer<ObjectEvent> listener) {
        Subscription subscription = new Subscription(listener, subscriptions::remove);
        subscriptions.add(subscription);
        return subscription;
    }

    boolean isHeard() {
        return !subscriptions.isEmpty();
    }

    public void publish(ObjectEvent event) {
        subscriptions.forEach(subscription -> subscription.offer(event));
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
