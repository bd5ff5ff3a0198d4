package io.laguna.emulator.glue.crawler.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.kit.Caller;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * The events of S3 that wait in a crawler's queues, from S3 itself or through a topic. They stay there, unseen by others, until the
 * crawl has written down what comes of them.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-event-notifications.html">Crawls by S3 events</a>
 */
public final class QueuedEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOGETHER = 10;
    private static final int UNSEEN_SECONDS = 120;
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int NAME = 5;

    private final CrawlSettings settings;
    private final Set<String> folders = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();

    private QueuedEvents(CrawlSettings settings) {
        this.settings = settings;
    }

    /** A message that was taken, and the queue that gets it if it is none of S3's. */
    private record Taken(SqsClient queues, String url, Message message, Optional<String> letters) {}

    /** Takes all that waits for a crawler. */
    static QueuedEvents take(CrawlSettings settings, Crawler crawler) throws InterruptedException {
        QueuedEvents events = new QueuedEvents(settings);
        Map<String, QueuePair> queues = new LinkedHashMap<>();
        pairs(crawler).forEach(pair -> queues.putIfAbsent(pair.events(), pair));
        for (QueuePair pair : queues.values()) {
            events.take(pair);
        }
        return events;
    }

    /** A target's queue of events, and that of messages that are none. */
    private record QueuePair(String events, Optional<String> letters) {}

    private static Stream<QueuePair> pairs(Crawler crawler) {
        return Stream.concat(
                        crawler.targets().s3Targets().stream()
                                .map(target -> pair(target.eventQueueArn(), target.dlqEventQueueArn())),
                        crawler.targets().catalogTargets().stream()
                                .map(target -> pair(target.eventQueueArn(), target.dlqEventQueueArn())))
                .flatMap(Optional::stream);
    }

    private static Optional<QueuePair> pair(String events, String letters) {
        return named(events).map(queue -> new QueuePair(queue, named(letters)));
    }

    private static Optional<String> named(String arn) {
        return Optional.ofNullable(arn).filter(text -> !text.isEmpty());
    }

    private void take(QueuePair pair) throws InterruptedException {
        SqsClient queues = queues(pair.events());
        String url = url(queues, pair.events());
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            ReceiveMessageResponse received = queues.receiveMessage(receive -> receive.queueUrl(url)
                    .maxNumberOfMessages(TOGETHER)
                    .visibilityTimeout(UNSEEN_SECONDS)
                    .waitTimeSeconds(0));
            if (received.messages().isEmpty()) {
                return;
            }
            for (Message message : received.messages()) {
                boolean read = read(message.body());
                taken.add(new Taken(queues, url, message, read ? Optional.empty() : pair.letters()));
            }
        }
    }

    /** Reads a message; tells whether it is one of S3's. */
    private boolean read(String body) {
        try {
            JsonNode message = JSON.readTree(body);
            if (message.path("TopicArn").isTextual()) {
                message = JSON.readTree(message.path("Message").asText());
            }
            if (message.path("Event").asText().equals("s3:TestEvent")) {
                return true;
            }
            for (JsonNode record : message.path("Records")) {
                String bucket = record.at("/s3/bucket/name").asText();
                String key = URLDecoder.decode(record.at("/s3/object/key").asText(), StandardCharsets.UTF_8);
                folders.add("s3://" + bucket + "/" + key.substring(0, key.lastIndexOf('/') + 1));
            }
            return !message.path("Records").isEmpty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the addresses of the folders in which objects have come or gone, each with a slash at its end. */
    Set<String> folders() {
        return Set.copyOf(folders);
    }

    /** Takes what was taken out of the queues; a message that is none of S3's goes to the queue for those. */
    void forget() {
        for (Taken each : taken) {
            each.letters().ifPresent(letters -> {
                SqsClient others = queues(letters);
                String url = url(others, letters);
                others.sendMessage(
                        send -> send.queueUrl(url).messageBody(each.message().body()));
            });
            each.queues().deleteMessage(delete -> delete.queueUrl(each.url())
                    .receiptHandle(each.message().receiptHandle()));
        }
        taken.clear();
    }

    private SqsClient queues(String arn) {
        String[] parts = arn.split(":", -1);
        return settings.queues().apply(new Caller(parts[ACCOUNT], parts[REGION]));
    }

    private static String url(SqsClient queues, String arn) {
        try {
            return queues.getQueueUrl(get -> get.queueName(arn.split(":", -1)[NAME]))
                    .queueUrl();
        } catch (QueueDoesNotExistException e) {
            throw new CrawlFailedException(
                    "SQS queue ARN " + arn + " does not exist or the role provided does not have access to it.", e);
        }
    }

    /** Tells whether a text is the ARN of a queue. */
    public static boolean isQueue(String arn) {
        String[] parts = arn.split(":", -1);
        return parts.length == NAME + 1 && parts[SERVICE].equals("sqs") && parts[ACCOUNT].matches("\\d{12}");
    }
}
