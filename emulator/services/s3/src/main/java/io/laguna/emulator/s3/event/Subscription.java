package io.laguna.emulator.s3.event;

import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A subscription: a listener with its thread and its queue of events. */
final class Subscription implements ObjectEvents.Handle {
    /** The longest queue, which is some 20 MB of events. A listener that is further behind loses the newest. */
    private static final int LONGEST_QUEUE = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final Consumer<ObjectEvent> listener;
    private final Consumer<Subscription> onClose;
    private final AtomicLong lost = new AtomicLong();
    private final ThreadPoolExecutor thread;

    Subscription(Consumer<ObjectEvent> listener, Consumer<Subscription> onClose) {
        this.listener = listener;
        this.onClose = onClose;
        this.thread = new ThreadPoolExecutor(
                0,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(LONGEST_QUEUE),
                Subscription::daemon,
                (task, pool) -> lost.incrementAndGet());
    }

    void offer(ObjectEvent event) {
        thread.execute(() -> tell(event));
    }

    @Override
    public long lost() {
        return lost.get();
    }

    @Override
    public void close() {
        onClose.accept(this);
        thread.shutdown();
    }

    private void tell(ObjectEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed on {}", event, e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "object-events");
        thread.setDaemon(true);
        return thread;
    }
}
