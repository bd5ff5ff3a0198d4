package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.trace.Trace;
import io.laguna.emulator.kit.work.Bell;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * The operations that put messages into queues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
final class Sending extends Room {
    private static final long LONGEST_BATCH = 1_048_576;

    private final Caller caller;
    private final State state;
    private final Clock clock;
    private final Bell arrivals;

    Sending(Caller caller, State state, Clock clock, Bell arrivals) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        SendMessageBatchRequestEntry entry = SendMessageBatchRequestEntry.builder()
                .messageBody(request.messageBody())
                .messageAttributes(request.messageAttributes())
                .messageSystemAttributesWithStrings(request.messageSystemAttributesAsStrings())
                .delaySeconds(request.delaySeconds())
                .messageGroupId(request.messageGroupId())
                .messageDeduplicationId(request.messageDeduplicationId())
                .build();
        SendMessageBatchResultEntry sent = state.write(transaction -> {
            Batch batch = new Batch(transaction, queue(transaction, address));
            SendMessageBatchResultEntry result = batch.send(entry);
            batch.keep();
            return result;
        });
        arrivals.ring();
        return SendMessageResponse.builder()
                .messageId(sent.messageId())
                .md5OfMessageBody(sent.md5OfMessageBody())
                .md5OfMessageAttributes(sent.md5OfMessageAttributes())
                .md5OfMessageSystemAttributes(sent.md5OfMessageSystemAttributes())
                .sequenceNumber(sent.sequenceNumber())
                .build();
    }

    /** Sends messages together: those that are refused are told one by one, and the others are sent. */
    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        Batches.check(request.entries(), SendMessageBatchRequestEntry::id, "SendMessageBatchRequestEntry");
        long bytes = request.entries().stream()
                .filter(entry -> entry.messageBody() != null)
                .mapToLong(entry -> content(entry).bytes())
                .sum();
        if (bytes > LONGEST_BATCH) {
            throw Failures.tooLong(LONGEST_BATCH, bytes);
        }
        List<SendMessageBatchResultEntry> sent = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        state.write(transaction -> {
            Batch batch = new Batch(transaction, queue(transaction, address));
            for (SendMessageBatchRequestEntry entry : request.entries()) {
                try {
                    sent.add(batch.send(entry).copy(result -> result.id(entry.id())));
                } catch (SqsException e) {
                    failed.add(Batches.failed(entry.id(), e));
                }
            }
            batch.keep();
            return batch;
        });
        arrivals.ring();
        SendMessageBatchResponse.Builder answer =
                SendMessageBatchResponse.builder().successful(sent);
        return failed.isEmpty() ? answer.build() : answer.failed(failed).build();
    }

    /** Returns the queue. A FIFO queue is held, so that its messages are numbered in the order of their commits. */
    private static QueueRecord queue(Handle transaction, QueueAddress address) {
        QueueRecords queues = new QueueRecords(transaction);
        return address.name().endsWith(QueueAddress.FIFO) ? queues.lock(address) : queues.require(address);
    }

    /** The messages that one transaction puts into a queue; those of a standard queue all at the end. */
    private final class Batch {
        private final QueueRecord queue;
        private final MessageRecords messages;
        private final List<NewMessage> unordered = new ArrayList<>();
        private final Instant now = clock.instant();

        Batch(Handle transaction, QueueRecord queue) {
            this.queue = queue;
            this.messages = new MessageRecords(transaction);
        }

        SendMessageBatchResultEntry send(SendMessageBatchRequestEntry entry) {
            Content content = content(entry);
            content.check(queue);
            NewMessage message = new Placing(queue).of(entry, content);
            SendMessageBatchResultEntry.Builder sent = SendMessageBatchResultEntry.builder()
                    .md5OfMessageBody(Digests.ofBody(entry.messageBody()))
                    .md5OfMessageAttributes(Digests.of(content.attributes()).orElse(null))
                    .md5OfMessageSystemAttributes(
                            Digests.of(content.systemAttributes()).orElse(null));
            if (!queue.isFifo()) {
                unordered.add(message);
                return sent.messageId(message.message().toString()).build();
            }
            MessageRecords.Earlier stands = messages.earlier(queue, message, now)
                    .orElseGet(() -> {
                        String sequence =
                                MessageRecord.sequence(messages.insert(queue, message, caller.accountId(), now));
                        messages.remember(queue, message, sequence, now);
                        return new MessageRecords.Earlier(message.message(), sequence);
                    });
            return sent.messageId(stands.message().toString())
                    .sequenceNumber(stands.sequence())
                    .build();
        }

        void keep() {
            if (!unordered.isEmpty()) {
                messages.insert(queue, unordered, caller.accountId(), now);
            }
        }
    }

    private static Content content(SendMessageBatchRequestEntry entry) {
        Map<String, MessageAttributeValue> system = entry.messageSystemAttributesAsStrings().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> plain(each.getValue())));
        return new Content(entry.messageBody(), entry.messageAttributes(), system);
    }

    private static MessageAttributeValue plain(MessageSystemAttributeValue value) {
        return MessageAttributeValue.builder()
                .dataType(value.dataType())
                .stringValue(value.stringValue())
                .binaryValue(value.binaryValue())
                .build();
    }

    /** The rules about group, deduplication and delay of messages for a queue. */
    private record Placing(QueueRecord queue) {
        private static final int LONGEST_DELAY = 900;
        private static final String ID = "[A-Za-z0-9!\"#$%&'()*+,./:;<=>?@\\[\\\\\\]^_`{|}~-]{1,128}";

        NewMessage of(SendMessageBatchRequestEntry entry, Content content) {
            Optional<Integer> delay = Optional.ofNullable(entry.delaySeconds());
            Optional<String> group = Optional.ofNullable(entry.messageGroupId());
            Optional<String> deduplication = Optional.ofNullable(entry.messageDeduplicationId());
            delay.filter(seconds -> seconds < 0 || seconds > LONGEST_DELAY).ifPresent(seconds -> {
                throw Failures.value(seconds.toString(), "DelaySeconds", "DelaySeconds must be >= 0 and <= 900.");
            });
            group.filter(id -> !id.matches(ID)).ifPresent(id -> {
                throw id(id, "MessageGroupId");
            });
            deduplication.filter(id -> !id.matches(ID)).ifPresent(id -> {
                throw id(id, "MessageDeduplicationId");
            });
            return new NewMessage(
                    UUID.randomUUID(),
                    content.body(),
                    AttributeText.of(content.attributes()),
                    AttributeText.of(traced(content.systemAttributes())),
                    delay,
                    group,
                    queue.isFifo() ? Optional.of(inOrder(delay, group, deduplication, content)) : free(deduplication));
        }

        /**
         * Returns attributes with the trace of the call, where they have none.
         *
         * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sqs.html">SQS and X-Ray</a>
         */
        private static Map<String, MessageAttributeValue> traced(Map<String, MessageAttributeValue> system) {
            Map<String, MessageAttributeValue> all = new HashMap<>();
            Trace.current()
                    .ifPresent(trace -> all.put(
                            Content.TRACE,
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue(trace)
                                    .build()));
            all.putAll(system);
            return all;
        }

        private String inOrder(
                Optional<Integer> delay, Optional<String> group, Optional<String> deduplication, Content content) {
            delay.filter(seconds -> seconds > 0).ifPresent(seconds -> {
                throw Failures.notForThisQueue(seconds.toString(), "DelaySeconds");
            });
            if (group.isEmpty()) {
                throw Failures.missing("MessageGroupId");
            }
            if (deduplication.isEmpty() && !queue.is(QueueSetting.CONTENT_BASED)) {
                throw Failures.parameter("The queue should either have ContentBasedDeduplication enabled or"
                        + " MessageDeduplicationId provided explicitly");
            }
            return deduplication.orElseGet(() -> Digests.ofContent(content.body()));
        }

        private static Optional<String> free(Optional<String> deduplication) {
            deduplication.ifPresent(id -> {
                throw Failures.notForThisQueue(id, "MessageDeduplicationId");
            });
            return Optional.empty();
        }

        private static SqsException id(String value, String member) {
            return Failures.value(
                    value,
                    member,
                    member + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
        }
    }
}
