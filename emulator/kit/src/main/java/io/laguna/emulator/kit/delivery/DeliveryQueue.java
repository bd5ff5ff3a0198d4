package io.laguna.emulator.kit.delivery;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue that delivers what the state holds for it, several at a time and at least once. What was on its way when the
 * process ended is delivered again by the next one.
 */
public final class DeliveryQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryQueue.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** Whoever delivers one at a time. What it throws is logged, and the delivery is {@link Arrival.Broken}. */
    @FunctionalInterface
    public interface Carrier {
        /** Delivers, and tells how that went. */
        Arrival deliver(Delivery delivery);
    }

    /** Whoever delivers what goes together. What it throws is logged, and all of the load is {@link Arrival.Broken}. */
    @FunctionalInterface
    public interface LoadCarrier {
        /** Delivers, and tells how that went with each delivery, in their order. */
        List<Arrival> deliver(List<Delivery> load);
    }

    private final State state;
    private final String name;
    private final Clock clock;
    private final Loads loads;
    private final LoadCarrier carrier;
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    /** The numbers of those that are with a carrier, or have ended and are not settled. Only the dispatch knows them. */
    private final Set<Long> onTheirWay = new HashSet<>();

    private final ThreadPoolExecutor threads;
    private final Worker dispatch;

    private DeliveryQueue(State state, String name, Clock clock, Loads loads, LoadCarrier carrier) {
        this.state = state;
        this.name = name;
        this.clock = clock;
        this.loads = loads;
        this.carrier = carrier;
        int most = loads.most();
        this.threads =
                new ThreadPoolExecutor(most, most, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        threads.allowCoreThreadTimeOut(true);
        this.dispatch = new Worker(name + "-deliveries", this::dispatch);
    }

    /**
     * Opens a queue, which goes on with what an earlier process has not delivered.
     *
     * @param state closed by whoever opened it
     * @param most how many deliveries are on their way at a time
     */
    public static DeliveryQueue open(State state, String name, Clock clock, int most, Carrier carrier) {
        return open(state, name, clock, new Loads(most, 1), load -> List.of(carrier.deliver(load.get(0))));
    }

    /** Opens a queue whose deliveries may go together, as {@link NewDelivery#together} says. */
    public static DeliveryQueue open(State state, String name, Clock clock, Loads loads, LoadCarrier carrier) {
        DeliveryQueue queue = new DeliveryQueue(state, name, clock, loads, carrier);
        queue.dispatch.start();
        return queue;
    }

    /** Returns the deliveries over a connection. After the commit of a new one, {@link #wake} sends it on its way. */
    public Deliveries on(Handle handle) {
        return new Deliveries(handle, name);
    }

    /** Looks for deliveries that are due, now. */
    public void wake() {
        dispatch.wake();
    }

    /** Settles what has ended since the last turn, in one transaction, and sends what is due on its way. */
    private Optional<Duration> dispatch() {
        List<Ended> settled = List.copyOf(ended);
        Set<Long> away = new HashSet<>(onTheirWay);
        settled.forEach(each -> away.remove(each.delivery().number()));
        List<Delivery> due = state.write(transaction -> {
            Deliveries deliveries = on(transaction);
            deliveries.settle(settled);
            return deliveries.due(clock.instant(), away, loads.room() - away.size());
        });
        settled.forEach(each -> {
            ended.remove();
            onTheirWay.remove(each.delivery().number());
        });
        due.forEach(each -> onTheirWay.add(each.number()));
        loads.of(due).forEach(load -> threads.execute(() -> carry(load)));
        return Optional.of(BEAT);
    }

    private void carry(List<Delivery> load) {
        List<Arrival> arrivals = broken(load, "an error, which the log has");
        try {
            arrivals = carrier.deliver(load);
        } catch (RuntimeException e) {
            arrivals = broken(load, e.toString());
            if (!dispatch.isEnding()) {
                LOG.warn(
                        "Delivery {} of {} has failed; it is tried again",
                        load.get(0).number(),
                        name,
                        e);
            }
        } finally {
            // A carrier whose service ends has failed for that reason alone.
            if (!dispatch.isEnding()) {
                Instant now = clock.instant();
                for (int i = 0; i < load.size(); i++) {
                    ended.add(new Ended(load.get(i), arrivals.get(i), now));
                }
                dispatch.wake();
            }
        }
    }

    private static List<Arrival> broken(List<Delivery> load, String reason) {
        return Collections.nCopies(load.size(), new Arrival.Broken(reason));
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name + "-delivery");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the queue. What is with a carrier is not settled any more. */
    @Override
    public void close() {
        dispatch.close();
        threads.shutdownNow();
        try {
            state.write(transaction -> {
                on(transaction).settle(List.copyOf(ended));
                return transaction;
            });
        } catch (RuntimeException e) {
            LOG.warn("Deliveries of {} are not settled; they come again", name, e);
        }
    }
}
