package io.laguna.emulator.kit.event;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bus of a lake, which takes events from the outbox to everybody who listens, one after another and at least once. An
 * event whose listener fails is delivered to it again. Those behind it wait for some attempts, and then no longer: a listener
 * that always fails keeps nothing from the others.
 */
public final class EventBus implements AutoCloseable {
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    /** How long an event that has been delivered is kept. */
    private static final Duration KEPT = Duration.ofHours(24);

    private static final int AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);

    /** The longest time until an event that somebody has not taken is looked at. */
    private static final Duration BEAT = Duration.ofSeconds(20);

    /** Whoever gets the events. */
    @FunctionalInterface
    public interface Listener {
        void take(Event event);
    }

    private final State state;
    private final Clock clock;
    private final List<Listener> listeners;
    private final Map<Long, OpenEvent> open = new HashMap<>();
    private final Set<Listener> failing = new HashSet<>();
    private final Worker delivery = new Worker("events", this::deliver);
    private final Worker sweep = new Worker("events-sweep", this::sweep);

    private EventBus(State state, Clock clock, List<Listener> listeners) {
        this.state = state;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Opens the bus, which goes on with what an earlier process has not delivered.
     *
     * @param state closed by whoever opened it
     */
    public static EventBus open(State state, List<Listener> listeners) {
        return open(state, Clock.systemUTC(), listeners);
    }

    static EventBus open(State state, Clock clock, List<Listener> listeners) {
        EventBus bus = new EventBus(state, clock, listeners);
        state.listen(bus.delivery::wake);
        bus.delivery.start();
        bus.sweep.start();
        return bus;
    }

    private Optional<Duration> deliver() {
        Instant now = clock.instant();
        List<Long> resting = open.entrySet().stream()
                .filter(each -> !each.getValue().isDue(now))
                .map(Map.Entry::getKey)
                .toList();
        List<Outbox.Waiting> waiting = state.read(handle -> new Outbox(handle).waiting(AT_ONCE, resting));
        waiting.forEach(next -> deliver(next, now));
        if (waiting.size() == AT_ONCE) {
            return Optional.of(Duration.ZERO);
        }
        return Optional.of(open.isEmpty() ? Worker.UNTIL_WOKEN : BEAT);
    }

    private void deliver(Outbox.Waiting next, Instant now) {
        OpenEvent event = open.computeIfAbsent(next.number(), number -> new OpenEvent(listeners));
        Optional<RuntimeException> failure = event.deliver(next.event(), failing, now);
        boolean holds = failure.isPresent() && event.holds(failing);
        if (holds || (failure.isPresent() && !isOver(next.event(), now))) {
            if (holds) {
                event.retrySoon();
                throw failure.get();
            }
            failing.addAll(event.left());
            LOG.warn(
                    "The event {} of {} is not taken; those behind it go on, and it is tried again",
                    next.event().id(),
                    next.event().source(),
                    failure.get());
            return;
        }
        failure.ifPresent(reason ->
                LOG.error("The event {} is given up, after a day", next.event().id(), reason));
        state.write(transaction -> {
            new Outbox(transaction).delivered(next.number(), clock.instant());
            return next;
        });
        open.remove(next.number());
    }

    private static boolean isOver(Event event, Instant now) {
        return event.time().plus(KEPT).isBefore(now);
    }

    private Optional<Duration> sweep() {
        Instant before = clock.instant().minus(KEPT);
        state.write(transaction -> {
            new Outbox(transaction).prune(before);
            return before;
        });
        return Optional.of(BETWEEN_SWEEPS);
    }

    @Override
    public void close() {
        sweep.close();
        delivery.close();
    }
}
