package io.laguna.emulator.kit.event;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The bus of a lake, which takes events from the outbox to everybody who listens, one after another and at least once. An
 * event whose listener fails is delivered again, to all of them; those behind it wait.
 */
public final class EventBus implements AutoCloseable {
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    /** How long an event that has been delivered is kept. */
    private static final Duration KEPT = Duration.ofHours(24);

    private static final int AT_ONCE = 100;

    /** Whoever gets the events. */
    @FunctionalInterface
    public interface Listener {
        void take(Event event);
    }

    private final State state;
    private final Clock clock;
    private final List<Listener> listeners;
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
        List<Outbox.Waiting> waiting = state.read(handle -> new Outbox(handle).waiting(AT_ONCE));
        for (Outbox.Waiting next : waiting) {
            listeners.forEach(listener -> listener.take(next.event()));
            state.write(transaction -> {
                new Outbox(transaction).delivered(next.number(), clock.instant());
                return next;
            });
        }
        return Optional.of(waiting.size() < AT_ONCE ? Worker.UNTIL_WOKEN : Duration.ZERO);
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
