package io.laguna.emulator.lambda.source;

import io.laguna.emulator.kit.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.lambda.model.ScalingConfig;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The reader of one queue for one function: it receives messages, gathers them into batches, and lets several batches be
 * handled at a time. The messages of a FIFO queue keep their order, because the queue gives nobody a message of a group of
 * which another is with somebody.
 */
final class Poller {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final int MOST_MESSAGES = 10;

    /** The batches of a queue that are handled at a time where nobody says how many. */
    private static final int CONCURRENCY = 10;

    private static final Duration WITHOUT_QUEUE = Duration.ofSeconds(10);

    private final Mapping mapping;
    private final SqsClient sqs;
    private final String url;
    private final Batches batches;
    private final Executor executor;
    private final MessageFilter filter;
    private final int most;
    private final Semaphore slots;
    private final Worker worker;

    private Poller(Mapping mapping, SqsClient sqs, String url, Batches batches, Executor executor) {
        this.mapping = mapping;
        this.sqs = sqs;
        this.url = url;
        this.batches = batches;
        this.executor = executor;
        this.filter = MessageFilter.of(mapping.configuration());
        this.most = Optional.ofNullable(mapping.configuration().scalingConfig())
                .map(ScalingConfig::maximumConcurrency)
                .orElse(CONCURRENCY);
        this.slots = new Semaphore(most);
        this.worker = new Worker("lambda-source-" + mapping.queue().name(), this::poll);
    }

    /** Starts to read a queue. */
    static Poller start(Mapping mapping, SqsClient sqs, Batches batches, Executor executor) {
        String url = sqs.getQueueUrl(get -> get.queueName(mapping.queue().name())
                        .queueOwnerAWSAccountId(mapping.queue().owner().accountId()))
                .queueUrl();
        Poller poller = new Poller(mapping, sqs, url, batches, executor);
        poller.worker.start();
        return poller;
    }

    Mapping mapping() {
        return mapping;
    }

    /** Lets the reader receive nothing more. */
    void end() {
        worker.end();
    }

    Worker worker() {
        return worker;
    }

    /** Tells whether nothing is received and no batch is handled any more, once it was to end. */
    boolean isQuiet() {
        return worker.isEnding() && slots.availablePermits() == most;
    }

    private Optional<Duration> poll() {
        try {
            if (!slots.tryAcquire(1, TimeUnit.SECONDS)) {
                return Optional.of(Duration.ZERO);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        boolean handedOn = false;
        try {
            if (!worker.isEnding()) {
                List<Message> messages = gather();
                if (!messages.isEmpty()) {
                    executor.execute(() -> handle(messages));
                    handedOn = true;
                }
            }
            return Optional.of(Duration.ZERO);
        } catch (QueueDoesNotExistException e) {
            LOG.warn("{} has no queue to read: {}", mapping.configuration().functionArn(), e.getMessage());
            return Optional.of(WITHOUT_QUEUE);
        } finally {
            if (!handedOn) {
                slots.release();
            }
        }
    }

    /** Receives messages until there is a batch of them, or nothing within a second. */
    private List<Message> gather() {
        int size = mapping.configuration().batchSize();
        Duration window = Duration.ofSeconds(mapping.configuration().maximumBatchingWindowInSeconds());
        List<Message> batch = new ArrayList<>(receive(Math.min(size, MOST_MESSAGES), 1));
        Instant over = Instant.now().plus(window);
        while (!batch.isEmpty()
                && batch.size() < size
                && !worker.isEnding()
                && Instant.now().isBefore(over)) {
            batch.addAll(receive(Math.min(size - batch.size(), MOST_MESSAGES), 1));
        }
        return batch;
    }

    private List<Message> receive(int most, int wait) {
        return sqs.receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(most)
                        .waitTimeSeconds(wait)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private Duration visibility() {
        return Duration.ofSeconds(Long.parseLong(
                sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                        .attributes()
                        .get(QueueAttributeName.VISIBILITY_TIMEOUT)));
    }

    private void handle(List<Message> messages) {
        try {
            Map<Boolean, List<MessageEvent>> events = messages.stream()
                    .map(each -> MessageEvent.of(each, mapping))
                    .collect(Collectors.partitioningBy(each -> filter.takes(each.record())));
            // Messages that no filter takes are gone for good, as on AWS.
            delete(events.get(false));
            Set<String> stopped = new HashSet<>();
            for (List<MessageEvent> part : Batches.parts(events.get(true))) {
                List<MessageEvent> next = part.stream()
                        .filter(each -> each.group().filter(stopped::contains).isEmpty())
                        .toList();
                List<MessageEvent> handled = batches.handled(mapping, next, this::visibility);
                delete(handled);
                next.stream().filter(each -> !handled.contains(each)).forEach(each -> each.group()
                        .ifPresent(stopped::add));
            }
        } catch (RuntimeException e) {
            // Whoever ends meanwhile has failed for that reason alone.
            if (!worker.isEnding()) {
                LOG.warn("A batch of {} is not settled; its messages come again", url, e);
            }
        } finally {
            slots.release();
        }
    }

    private void delete(List<MessageEvent> handled) {
        for (int from = 0; from < handled.size(); from += MOST_MESSAGES) {
            List<MessageEvent> ten = handled.subList(from, Math.min(from + MOST_MESSAGES, handled.size()));
            List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, ten.size())
                    .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                            .id(Integer.toString(i))
                            .receiptHandle(ten.get(i).message().receiptHandle())
                            .build())
                    .collect(Collectors.toList());
            sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(entries));
        }
    }
}
