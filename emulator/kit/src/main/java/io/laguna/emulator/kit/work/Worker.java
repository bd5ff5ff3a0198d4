package io.laguna.emulator.kit.work;

import io.laguna.emulator.kit.log.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that works in turns: when somebody wakes it, and when it is time. A turn that fails is logged and taken again,
 * after pauses that grow until one succeeds.
 */
public final class Worker implements AutoCloseable {
    /** The time until the next turn of a worker that only has something to do when it is woken. */
    public static final Duration UNTIL_WOKEN = Duration.ofDays(365);

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** The time for which a turn may go on once the worker is to end. */
    private static final Duration CLOSING = Duration.ofSeconds(20);

    /** One turn of a worker. */
    @FunctionalInterface
    public interface Turn {
        /** Works, and returns the longest time until the next turn; empty when there is nothing left to do. */
        Optional<Duration> take() throws IOException;
    }

    private final String name;
    private final Duration first;
    private final Turn turn;
    private final Bell bell = new Bell();
    private final Pace pace = new Pace(SHORTEST_PAUSE, LONGEST_PAUSE);
    private final Thread thread;

    /**
     * Creates a worker that has yet to start, and takes its first turn then at once.
     *
     * @param name the thread's name, and the worker's in the log
     */
    public Worker(String name, Turn turn) {
        this(name, Duration.ZERO, turn);
    }

    /**
     * Creates a worker that has yet to start.
     *
     * @param name the thread's name, and the worker's in the log
     * @param first the longest time from the start to the first turn
     */
    public Worker(String name, Duration first, Turn turn) {
        this.name = name;
        this.first = first;
        this.turn = turn;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /** Starts a worker for something that is done once it has succeeded. */
    public static Worker once(String name, Runnable work) {
        Worker worker = new Worker(name, () -> {
            work.run();
            return Optional.empty();
        });
        worker.start();
        return worker;
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** Makes the worker take a turn now, or another one when it is in the middle of one. */
    public void wake() {
        bell.ring();
    }

    /** Lets the worker take no more turns. A turn that goes on is not interrupted. */
    public void end() {
        bell.close();
    }

    /** Tells whether the worker is to take no more turns. */
    public boolean isEnding() {
        return bell.isClosed();
    }

    /** Ends the worker, and returns when its thread has ended, or after twenty seconds. */
    @Override
    public void close() {
        end();
        await(List.of(this));
    }

    /** Waits until the threads of all workers have ended, for twenty seconds at the most. */
    public static void await(Collection<Worker> workers) {
        long deadline = System.nanoTime() + CLOSING.toNanos();
        try {
            for (Worker worker : workers) {
                // A join of zero milliseconds would wait for ever.
                worker.thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        long rings = 0;
        Optional<Duration> pause = Optional.of(first);
        while (pause.isPresent() && bell.await(rings, pause.get())) {
            rings = bell.count();
            pause = attempt();
        }
    }

    private Optional<Duration> attempt() {
        try {
            Optional<Duration> next = turn.take();
            pace.again();
            return next;
        } catch (RuntimeException | IOException e) {
            Duration pause = pace.slower();
            if (!isEnding()) {
                LOG.warn("{} cannot go on; it tries again in {} ms", name, pause.toMillis(), e);
            }
            return Optional.of(pause);
        }
    }
}
