package io.laguna.emulator.kit.event;

import io.laguna.emulator.kit.event.EventBus.Listener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An event that not everybody who listens has taken. */
final class OpenEvent {
    private static final int MOST_MINUTES = 10;

    /** The attempts for which the events behind this one wait. */
    private static final int HOLDING = 5;

    private final List<Listener> left;
    private int failures;
    private Instant due = Instant.MIN;

    OpenEvent(List<Listener> left) {
        this.left = new ArrayList<>(left);
    }

    /**
     * Gives the event to those who have not taken it, and returns the failure of the last one who does not.
     *
     * @param failing the listeners that have failed for so long that nobody waits for them; changed here
     */
    Optional<RuntimeException> deliver(Event event, Set<Listener> failing, Instant now) {
        Optional<RuntimeException> failure = Optional.empty();
        for (Iterator<Listener> listeners = left.iterator(); listeners.hasNext(); ) {
            Listener listener = listeners.next();
            try {
                listener.take(event);
                listeners.remove();
                failing.remove(listener);
            } catch (RuntimeException e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            failures++;
            due = now.plus(Duration.ofMinutes(Math.min(failures, MOST_MINUTES)));
        }
        return failure;
    }

    /** Tells whether the events behind this one wait until it has been taken. */
    boolean holds(Set<Listener> failing) {
        return failures < HOLDING && !failing.containsAll(left);
    }

    /** Makes the event due at once. */
    void retrySoon() {
        due = Instant.MIN;
    }

    /** Returns who has not taken the event. */
    List<Listener> left() {
        return List.copyOf(left);
    }

    boolean isDue(Instant now) {
        return !due.isAfter(now);
    }
}
