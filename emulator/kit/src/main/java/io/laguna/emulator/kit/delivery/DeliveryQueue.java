package io.laguna.emulator.kit.delivery;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** The pause after a failure that is not the delivery's own. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /** Whoever delivers. */
    @FunctionalInterface
    public interface Carrier {
        /** Delivers, and tells how that went. What it throws is logged, and the delivery is tried again. */
        Arrival deliver(Delivery delivery);
    }

    private final State state;
    private final String name;
    private final Clock clock;
    private final int most;
    private final Carrier carrier;
    private final Set<Long> onTheirWay = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private final Worker dispatch;

    private DeliveryQueue(State state, String name, Clock clock, int most, Carrier carrier) {
        this.state = state;
        this.name = name;
        this.clock = clock;
        this.most = most;
        this.carrier = carrier;
        // A thread that has just settled a delivery may not wait for the next one yet, which is queued then, and not
        // refused.
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
        DeliveryQueue queue = new DeliveryQueue(state, name, clock, most, carrier);
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

    private Optional<Duration> dispatch() {
        int free = most - onTheirWay.size();
        if (free > 0) {
            List<Delivery> due = state.read(handle -> on(handle).due(clock.instant(), Set.copyOf(onTheirWay), free));
            due.forEach(delivery -> {
                onTheirWay.add(delivery.number());
                threads.execute(() -> carry(delivery));
            });
        }
        return Optional.of(BEAT);
    }

    private void carry(Delivery delivery) {
        try {
            Arrival arrival = attempt(delivery);
            // A carrier whose service ends has failed for that reason alone.
            if (!dispatch.isEnding()) {
                settle(delivery, arrival);
            }
        } catch (RuntimeException e) {
            LOG.warn("Delivery {} of {} is not settled; it comes again", delivery.number(), name, e);
        } finally {
            onTheirWay.remove(delivery.number());
            dispatch.wake();
        }
    }

    private Arrival attempt(Delivery delivery) {
        try {
            return carrier.deliver(delivery);
        } catch (RuntimeException e) {
            if (!dispatch.isEnding()) {
                LOG.warn("Delivery {} of {} has failed; it is tried again", delivery.number(), name, e);
            }
            return new Arrival.Again(AFTER_FAILURE, false);
        }
    }

    private void settle(Delivery delivery, Arrival arrival) {
        state.write(transaction -> {
            Deliveries deliveries = on(transaction);
            if (arrival instanceof Arrival.Again again) {
                deliveries.postpone(delivery.number(), clock.instant().plus(again.pause()), again.counted());
            } else if (arrival instanceof Arrival.Aside aside) {
                deliveries.postpone(delivery.number(), clock.instant().plus(aside.pause()), true);
                deliveries.setAside(delivery);
            } else {
                deliveries.forget(delivery.number());
            }
            return arrival;
        });
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name + "-delivery");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the queue. Deliveries that are on their way are not settled any more. */
    @Override
    public void close() {
        dispatch.close();
        threads.shutdownNow();
    }
}
