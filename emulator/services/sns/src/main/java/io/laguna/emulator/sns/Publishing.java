package io.laguna.emulator.sns;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.SnsException;

/**
 * The operations that publish: a delivery for each subscriber is in the state before the publisher has its answer.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 */
final class Publishing extends Room {
    static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MOST_ENTRIES = 10;
    private static final String ENTRY_ID = "[A-Za-z0-9_-]{1,80}";

    private final State state;
    private final Clock clock;
    private final Deliveries deliveries;

    Publishing(State state, Clock clock, Deliveries deliveries) {
        this.state = state;
        this.clock = clock;
        this.deliveries = deliveries;
    }

    @Override
    public PublishResponse publish(PublishRequest request) {
        if (request.phoneNumber() != null) {
            throw Failures.parameter("PhoneNumber Reason: sms is not implemented by Laguna");
        }
        String arn = Optional.ofNullable(request.topicArn()).orElse(request.targetArn());
        TopicAddress address = TopicAddress.of("TopicArn or TargetArn", arn);
        PublishBatchRequestEntry entry = PublishBatchRequestEntry.builder()
                .message(request.message())
                .subject(request.subject())
                .messageStructure(request.messageStructure())
                .messageAttributes(request.messageAttributes())
                .messageGroupId(request.messageGroupId())
                .messageDeduplicationId(request.messageDeduplicationId())
                .build();
        PublishBatchResultEntry published =
                state.write(transaction -> publish(transaction, topic(transaction, address), entry));
        deliveries.wake();
        return PublishResponse.builder()
                .messageId(published.messageId())
                .sequenceNumber(published.sequenceNumber())
                .build();
    }

    /** Publishes messages together: those that are refused are told one by one, and the others are published. */
    @Override
    public PublishBatchResponse publishBatch(PublishBatchRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        check(request.publishBatchRequestEntries());
        List<PublishBatchResultEntry> published = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        state.write(transaction -> {
            TopicRecord topic = topic(transaction, address);
            for (PublishBatchRequestEntry entry : request.publishBatchRequestEntries()) {
                try {
                    published.add(publish(transaction, topic, entry));
                } catch (SnsException e) {
                    failed.add(BatchResultErrorEntry.builder()
                            .id(entry.id())
                            .code("InvalidParameter")
                            .message(e.getMessage())
                            .senderFault(true)
                            .build());
                }
            }
            return topic;
        });
        deliveries.wake();
        return PublishBatchResponse.builder()
                .successful(published)
                .failed(failed)
                .build();
    }

    private static void check(List<PublishBatchRequestEntry> entries) {
        if (entries.isEmpty()) {
            throw Failures.emptyBatch();
        }
        if (entries.size() > MOST_ENTRIES) {
            throw Failures.tooMany();
        }
        Set<String> ids = new HashSet<>();
        long bytes = 0;
        for (PublishBatchRequestEntry entry : entries) {
            if (entry.id() == null || !entry.id().matches(ENTRY_ID)) {
                throw Failures.entryId();
            }
            if (!ids.add(entry.id())) {
                throw Failures.repeated();
            }
            bytes += Optional.ofNullable(entry.message()).orElse("").getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > Content.LARGEST) {
            throw Failures.tooLong();
        }
    }

    /** Returns the topic. A FIFO topic is held, so that its messages are numbered in the order of their commits. */
    private static TopicRecord topic(Handle transaction, TopicAddress address) {
        TopicRecords topics = new TopicRecords(transaction);
        return address.isFifo() ? topics.lock(address) : topics.require(address);
    }

    private PublishBatchResultEntry publish(Handle transaction, TopicRecord topic, PublishBatchRequestEntry entry) {
        Content content =
                Content.of(entry.message(), entry.subject(), entry.messageStructure(), entry.messageAttributes());
        PublishBatchResultEntry.Builder result =
                PublishBatchResultEntry.builder().id(entry.id());
        String id = UUID.randomUUID().toString();
        if (!topic.address().isFifo()) {
            send(transaction, topic, entry, content, id, Optional.empty(), Optional.empty());
            return result.messageId(id).build();
        }
        String deduplication = deduplication(topic, entry);
        String scope = "MessageGroup".equals(topic.attributes().get(TopicSetting.THROUGHPUT.word()))
                ? entry.messageGroupId()
                : "";
        Deduplication records = new Deduplication(transaction);
        Instant now = clock.instant();
        Deduplication.Earlier stands = records.earlier(topic.id(), scope, deduplication, now)
                .orElseGet(() -> {
                    String sequence = String.format(Locale.ROOT, "%020d", records.nextSequence());
                    Deduplication.Earlier made = new Deduplication.Earlier(id, sequence);
                    records.remember(topic.id(), scope, deduplication, made, now);
                    send(transaction, topic, entry, content, id, Optional.of(deduplication), Optional.of(sequence));
                    return made;
                });
        return result.messageId(stands.messageId())
                .sequenceNumber(stands.sequence())
                .build();
    }

    private static String deduplication(TopicRecord topic, PublishBatchRequestEntry entry) {
        if (entry.messageGroupId() == null) {
            throw Failures.parameter("The MessageGroupId parameter is required for FIFO topics");
        }
        if (entry.messageDeduplicationId() != null) {
            return entry.messageDeduplicationId();
        }
        if (!TopicSetting.CONTENT_BASED.isTrue(topic.attributes())) {
            throw Failures.parameter("The topic should either have ContentBasedDeduplication enabled or"
                    + " MessageDeduplicationId provided explicitly");
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(entry.message().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private void send(
            Handle transaction,
            TopicRecord topic,
            PublishBatchRequestEntry entry,
            Content content,
            String id,
            Optional<String> deduplication,
            Optional<String> sequence) {
        Instant now = clock.instant();
        for (SubscriptionRecord subscription : new SubscriptionRecords(transaction).of(topic)) {
            String text = content.text(subscription.protocol());
            if (subscription.isConfirmed() && Filter.takes(subscription, text, content.attributes())) {
                Publication publication = new Publication(
                        id,
                        Optional.ofNullable(entry.subject()),
                        text,
                        content.told(),
                        Optional.ofNullable(entry.messageGroupId()),
                        deduplication,
                        sequence,
                        TIMESTAMP.format(now),
                        Trace.current());
                deliveries.put(transaction, subscription, publication);
            }
        }
    }
}
