package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.lambda.record.Version;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environments that wait for their next invocation. Those that nobody has wanted for some minutes end, and so do those of
 * functions that have changed.
 */
final class Environments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Environments.class);
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration OLDEST = Launch.CREDENTIALS.minusMinutes(16);
    private static final Duration BEAT = Duration.ofSeconds(10);

    /** An environment that waits since a time. */
    private record Idle(Warm warm, long since) {}

    private final int most;
    private final Map<String, Deque<Idle>> idle = new HashMap<>();
    private final Worker sweep = new Worker("lambda-environments", BEAT, this::sweep);
    private boolean closed;

    /**
     * Creates a store of environments that is empty.
     *
     * @param most how many may wait
     */
    Environments(int most) {
        this.most = most;
        sweep.start();
    }

    /** Returns the environment that has waited shortest for a version, if one waits. */
    Optional<Warm> take(Version version) {
        List<Warm> unfit = new ArrayList<>();
        try {
            synchronized (this) {
                Deque<Idle> waiting = idle.getOrDefault(version.configuration().revisionId(), new ArrayDeque<>());
                while (!waiting.isEmpty()) {
                    Warm warm = waiting.removeLast().warm();
                    if (warm.isFit(OLDEST)) {
                        return Optional.of(warm);
                    }
                    unfit.add(warm);
                }
                return Optional.empty();
            }
        } finally {
            unfit.forEach(Environments::end);
        }
    }

    /** Lets an environment wait for its next invocation. */
    void give(Warm warm) {
        Optional<Warm> surplus = keep(warm);
        surplus.ifPresent(Environments::end);
    }

    private synchronized Optional<Warm> keep(Warm warm) {
        if (closed) {
            return Optional.of(warm);
        }
        idle.computeIfAbsent(warm.revision(), revision -> new ArrayDeque<>())
                .addLast(new Idle(warm, System.nanoTime()));
        int waiting = idle.values().stream().mapToInt(Deque::size).sum();
        return waiting > most ? longest() : Optional.empty();
    }

    private Optional<Warm> longest() {
        return idle.values().stream()
                .filter(waiting -> !waiting.isEmpty())
                .min((one, other) ->
                        Long.compare(one.peekFirst().since(), other.peekFirst().since()))
                .map(waiting -> waiting.removeFirst().warm());
    }

    private Optional<Duration> sweep() {
        List<Warm> old = new ArrayList<>();
        synchronized (this) {
            for (Deque<Idle> waiting : idle.values()) {
                Iterator<Idle> each = waiting.iterator();
                while (each.hasNext()) {
                    Idle next = each.next();
                    boolean stale = System.nanoTime() - next.since() > IDLE.toNanos()
                            || !next.warm().isFit(OLDEST);
                    if (stale) {
                        each.remove();
                        old.add(next.warm());
                    }
                }
            }
            idle.values().removeIf(Deque::isEmpty);
        }
        old.forEach(Environments::end);
        return Optional.of(BEAT);
    }

    /** Ends an environment. Its folder may stay, which Laguna's next start deletes. */
    static void end(Warm warm) {
        try {
            warm.environment().close();
        } catch (RuntimeException e) {
            LOG.warn("An environment of a function has left something behind", e);
        } finally {
            warm.log().close();
        }
    }

    @Override
    public void close() {
        sweep.close();
        List<Warm> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            idle.values().forEach(waiting -> waiting.forEach(each -> all.add(each.warm())));
            idle.clear();
        }
        all.parallelStream().forEach(Environments::end);
    }
}
