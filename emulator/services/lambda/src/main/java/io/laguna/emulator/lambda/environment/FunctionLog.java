package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.kit.work.Worker;
import io.laguna.engines.function.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/**
 * The log stream of an environment in CloudWatch Logs. Events are delivered in their order by a thread of the stream's own;
 * whoever writes more than it can take waits.
 */
final class FunctionLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionLog.class);
    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_BYTES = 1_000_000;

    /** The bytes that CloudWatch Logs counts for each event beside its text. */
    private static final int OVERHEAD = 26;

    /** The events that may wait for their delivery. */
    private static final int MOST_WAITING = 20_000;

    /** "The last 4 KB of the execution log". */
    private static final int TAIL_BYTES = 4096;

    private static final int TAIL_RECORDS = 4096;

    private final CloudWatchLogsClient logs;
    private final String group;
    private final String stream;
    private final Clock clock;
    private final Lock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<InputLogEvent> waiting = new ArrayDeque<>();
    private final Deque<String> tail = new ArrayDeque<>();
    private final Worker delivery;
    private boolean closed;

    FunctionLog(CloudWatchLogsClient logs, String group, String stream, Clock clock) {
        this.logs = logs;
        this.group = group;
        this.stream = stream;
        this.clock = clock;
        this.delivery = new Worker("function-log", Worker.UNTIL_WOKEN, this::deliver);
        delivery.start();
    }

    String group() {
        return group;
    }

    String stream() {
        return stream;
    }

    /** Writes a record, when there is room for it. */
    void write(String record) {
        String text = record.isEmpty() || record.endsWith("\n") ? record : record + "\n";
        if (text.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            while (waiting.size() >= MOST_WAITING && !closed) {
                room.awaitUninterruptibly();
            }
            waiting.add(InputLogEvent.builder()
                    .timestamp(clock.millis())
                    .message(text)
                    .build());
            tail.add(text);
            if (tail.size() > TAIL_RECORDS) {
                tail.remove();
            }
        } finally {
            lock.unlock();
        }
        delivery.wake();
    }

    /** Begins the log of an invocation. */
    void begin() {
        lock.lock();
        try {
            tail.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the end of the log since the invocation began. */
    Payload tail() {
        lock.lock();
        try {
            byte[] all = String.join("", tail).getBytes(StandardCharsets.UTF_8);
            return Payload.of(Arrays.copyOfRange(all, Math.max(0, all.length - TAIL_BYTES), all.length));
        } finally {
            lock.unlock();
        }
    }

    private Optional<Duration> deliver() {
        List<InputLogEvent> events = next();
        if (events.isEmpty()) {
            return Optional.of(Worker.UNTIL_WOKEN);
        }
        try {
            put(events);
        } catch (RuntimeException e) {
            LOG.warn("The log {} {} is not whole", group, stream, e);
        }
        return Optional.of(Duration.ZERO);
    }

    private List<InputLogEvent> next() {
        lock.lock();
        try {
            List<InputLogEvent> events = new ArrayList<>();
            int bytes = 0;
            while (!waiting.isEmpty() && events.size() < MOST_EVENTS) {
                bytes += waiting.peek().message().getBytes(StandardCharsets.UTF_8).length + OVERHEAD;
                if (!events.isEmpty() && bytes > MOST_BYTES) {
                    break;
                }
                events.add(waiting.remove());
            }
            room.signalAll();
            return events;
        } finally {
            lock.unlock();
        }
    }

    private void put(List<InputLogEvent> events) {
        try {
            logs.putLogEvents(
                    put -> put.logGroupName(group).logStreamName(stream).logEvents(events));
        } catch (ResourceNotFoundException e) {
            make();
            logs.putLogEvents(
                    put -> put.logGroupName(group).logStreamName(stream).logEvents(events));
        }
    }

    private void make() {
        try {
            logs.createLogGroup(create -> create.logGroupName(group));
        } catch (ResourceAlreadyExistsException e) {
            // It has been there before.
        }
        try {
            logs.createLogStream(create -> create.logGroupName(group).logStreamName(stream));
        } catch (ResourceAlreadyExistsException e) {
            // A first delivery has made it, and has failed then.
        }
    }

    /** Delivers what waits, and ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
        delivery.close();
        for (List<InputLogEvent> events = next(); !events.isEmpty(); events = next()) {
            try {
                put(events);
            } catch (RuntimeException e) {
                LOG.warn("The log {} {} is not whole", group, stream, e);
                return;
            }
        }
    }
}
