package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.kit.event.EventBus;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * Amazon EventBridge. One per process; every account has its own buses in every region. As a listener of the lake's own bus
 * it gets the events of Laguna's services, which arrive on the default bus of whoever they happened to.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/Welcome.html">The API</a>
 */
public final class Events implements Service<EventBridgeClient>, EventBus.Listener {
    private final State state;
    private final Clock clock;
    private final Deliveries deliveries;
    private final Schedules schedules;

    private Events(State state, Clock clock, TargetSettings settings) {
        this.state = state;
        this.clock = clock;
        this.deliveries = new Deliveries(state, clock, settings);
        this.schedules = new Schedules(state, clock, deliveries);
    }

    /**
     * Opens the service, which goes on with what an earlier process has not delivered.
     *
     * @param state closed by whoever opened it
     */
    public static Events open(State state, TargetSettings settings) {
        Events opened = new Events(state, Clock.systemUTC(), settings);
        opened.schedules.start();
        return opened;
    }

    @Override
    public List<EventBridgeClient> rooms(Caller caller) {
        return List.of(
                new Buses(caller, state, clock),
                new BusPolicies(caller, state, clock),
                new Rules(caller, state, clock, schedules),
                new Targets(caller, state, clock),
                new Sending(caller, state, clock, deliveries),
                new Tags(caller, state, clock));
    }

    @Override
    public void take(Event event) {
        state.write(transaction -> {
            Matching matching = new Matching(transaction, deliveries);
            new BusRecords(transaction)
                    .find(event.owner(), BusRecord.DEFAULT, clock.instant())
                    .ifPresent(bus -> matching.put(bus, event.envelope()));
            matching.keep();
            return event;
        });
        deliveries.wake();
    }

    @Override
    public void close() {
        schedules.close();
        deliveries.close();
    }
}
