package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Bell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;

/**
 * The operations that make, empty and delete queues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue</a>
 */
final class Queues extends Room {
    private static final Duration BETWEEN_PURGES = Duration.ofSeconds(60);

    private final Caller caller;
    private final State state;
    private final Clock clock;
    private final String endpoint;
    private final Bell arrivals;

    Queues(Caller caller, State state, Clock clock, String endpoint, Bell arrivals) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
        this.endpoint = endpoint;
        this.arrivals = arrivals;
    }

    /** Creates a queue. One of the same name and attributes is there already: its URL is the answer. */
    @Override
    public CreateQueueResponse createQueue(CreateQueueRequest request) {
        Map<String, String> attributes = request.attributesAsStrings();
        boolean fifo = QueueSetting.FIFO.isTrue(attributes);
        QueueAddress.checkName(request.queueName(), fifo);
        QueueSetting.check(attributes, fifo);
        if (attributes.containsKey(QueueSetting.FIFO.word()) && !fifo) {
            throw Failures.attribute(QueueSetting.FIFO.word());
        }
        Tags.check(request.tags());
        QueueAddress address = new QueueAddress(caller, request.queueName());
        state.write(transaction -> {
            QueueAttributes.checkRedrive(transaction, address, attributes);
            Optional<QueueRecord> made = new QueueRecords(transaction).insert(address, attributes, clock.instant());
            made.ifPresentOrElse(
                    queue -> new QueueRecords(transaction).tags().put(queue.id(), request.tags()),
                    () -> requireSame(transaction, address, attributes));
            return made;
        });
        return CreateQueueResponse.builder().queueUrl(address.url(endpoint)).build();
    }

    private static void requireSame(Handle handle, QueueAddress address, Map<String, String> attributes) {
        Map<String, String> there = new QueueRecords(handle).require(address).attributes();
        for (String name : new TreeSet<>(attributes.keySet())) {
            QueueSetting setting = QueueSetting.named(name).orElseThrow(() -> Failures.attribute(name));
            if (!setting.of(there).equals(attributes.get(name))) {
                throw Failures.exists(name);
            }
        }
    }

    /** Deletes a queue and all that is in it. A new one of the name may be made at once, not only after a minute. */
    @Override
    public DeleteQueueResponse deleteQueue(DeleteQueueRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        state.write(transaction -> {
            QueueRecords queues = new QueueRecords(transaction);
            queues.delete(queues.lock(address).id());
            return address;
        });
        arrivals.ring();
        return DeleteQueueResponse.builder().build();
    }

    @Override
    public PurgeQueueResponse purgeQueue(PurgeQueueRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        state.write(transaction -> {
            QueueRecords queues = new QueueRecords(transaction);
            QueueRecord queue = queues.lock(address);
            Instant now = clock.instant();
            if (queue.purgedAt()
                    .filter(purged -> purged.plus(BETWEEN_PURGES).isAfter(now))
                    .isPresent()) {
                throw Failures.purging(address.name());
            }
            queues.purged(queue.id(), now);
            return address;
        });
        return PurgeQueueResponse.builder().build();
    }
}
