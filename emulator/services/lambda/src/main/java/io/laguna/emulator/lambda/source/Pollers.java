package io.laguna.emulator.lambda.source;

import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.lambda.environment.FunctionRunner;
import io.laguna.emulator.lambda.request.Peers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The readers of all queues. They follow the event source mappings in the state: a mapping becomes enabled when its queue is
 * read, and disabled, changed or deleted when the last batch of the reader before has been handled.
 */
public final class Pollers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pollers.class);
    private static final Duration WHILE_SOMETHING_ENDS = Duration.ofMillis(50);
    private static final Duration WITHOUT_QUEUE = Duration.ofSeconds(10);

    private final State state;
    private final Peers peers;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Batches batches;
    private final ExecutorService threads = Executors.newCachedThreadPool(Pollers::thread);
    private final Map<UUID, Poller> running = new HashMap<>();
    private final Worker follow = new Worker("lambda-event-sources", this::follow);

    private Pollers(State state, Seal seal, FunctionRunner runner, Peers peers) {
        this.state = state;
        this.peers = peers;
        this.batches = new Batches(state, seal, runner, ended);
    }

    /** Opens the readers, which go on with the mappings of an earlier process. */
    public static Pollers open(State state, Seal seal, FunctionRunner runner, Peers peers) {
        Pollers pollers = new Pollers(state, seal, runner, peers);
        pollers.follow.start();
        return pollers;
    }

    /** Looks at the mappings now, because one has changed. */
    void changed() {
        follow.wake();
    }

    private Optional<Duration> follow() {
        List<Mapping> mappings = state.read(handle -> new MappingRecords(handle).all());
        Duration next = Worker.UNTIL_WOKEN;
        for (Mapping mapping : mappings) {
            Duration again = follow(mapping);
            next = again.compareTo(next) < 0 ? again : next;
        }
        return Optional.of(next);
    }

    /** Brings one mapping further, and returns when to look at it again. */
    private Duration follow(Mapping mapping) {
        Optional<Poller> reader = Optional.ofNullable(running.get(mapping.id()));
        boolean reads = mapping.wanted() && mapping.stage() != Stage.DELETING;
        if (reader.isPresent() && !(reads && reader.get().mapping().isSameAs(mapping))) {
            reader.get().end();
            if (!reader.get().isQuiet()) {
                return WHILE_SOMETHING_ENDS;
            }
            running.remove(mapping.id());
        }
        if (reads && !running.containsKey(mapping.id())) {
            try {
                running.put(
                        mapping.id(),
                        Poller.start(mapping, peers.sqs().apply(mapping.queue().owner()), batches, threads));
            } catch (QueueDoesNotExistException e) {
                LOG.warn("{} has no queue to read: {}", mapping.configuration().functionArn(), e.getMessage());
                settle(mapping);
                return WITHOUT_QUEUE;
            }
        }
        settle(mapping);
        return Worker.UNTIL_WOKEN;
    }

    /** Writes the state that a mapping has come to, unless somebody has changed it meanwhile. */
    private void settle(Mapping mapping) {
        if (!mapping.stage().isLasting()) {
            state.write(transaction -> {
                MappingRecords records = new MappingRecords(transaction);
                records.lock(mapping.id()).filter(mapping::equals).ifPresent(same -> {
                    if (mapping.stage() == Stage.DELETING) {
                        records.delete(mapping.id());
                    } else {
                        records.update(mapping.at(mapping.wanted() ? Stage.ENABLED : Stage.DISABLED));
                    }
                });
                return mapping;
            });
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lambda-source-batch");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the readers. Messages of batches that are being handled come again. */
    @Override
    public void close() {
        follow.close();
        ended.countDown();
        running.values().forEach(Poller::end);
        Worker.await(running.values().stream().map(Poller::worker).toList());
        threads.shutdownNow();
    }
}
