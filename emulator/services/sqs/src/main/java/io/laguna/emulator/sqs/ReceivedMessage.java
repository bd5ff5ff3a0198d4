package io.laguna.emulator.sqs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * The parts of messages that a request asks for.
 *
 * @param system the names of AWS's attributes
 * @param own the names of the messages' own attributes; {@code bar.*} stands for all that begin with {@code bar.}
 */
record ReceivedMessage(Set<String> system, List<String> own) {
    private static final String ALL = "All";
    private static final String REST = ".*";

    @SuppressWarnings("deprecation") // Older clients ask for AWS's attributes by AttributeNames.
    static ReceivedMessage asked(ReceiveMessageRequest request) {
        Set<String> system = new HashSet<>(request.messageSystemAttributeNamesAsStrings());
        system.addAll(request.attributeNamesAsStrings());
        Set<String> known = MessageSystemAttributeName.knownValues().stream()
                .map(MessageSystemAttributeName::toString)
                .collect(Collectors.toSet());
        system.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Failures.attribute(name);
        });
        return new ReceivedMessage(system, request.messageAttributeNames());
    }

    Message of(QueueRecord queue, MessageRecord message) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        AttributeText.read(message.attributes()).forEach((name, value) -> {
            if (own.stream().anyMatch(pattern -> takes(pattern, name))) {
                attributes.put(name, value);
            }
        });
        Message.Builder shape = Message.builder()
                .messageId(message.message().toString())
                .receiptHandle(new Receipt(
                                queue.id(), message.message(), message.receipt().orElseThrow())
                        .handle())
                .body(message.body())
                .md5OfBody(Digests.ofBody(message.body()));
        if (!attributes.isEmpty()) {
            shape.messageAttributes(attributes)
                    .md5OfMessageAttributes(Digests.of(attributes).orElse(null));
        }
        Map<String, String> facts = facts(message, queue.isFifo());
        return facts.isEmpty()
                ? shape.build()
                : shape.attributesWithStrings(facts).build();
    }

    private static boolean takes(String pattern, String name) {
        return pattern.equals(ALL)
                || pattern.equals(REST)
                || pattern.equals(name)
                || (pattern.endsWith(REST) && name.startsWith(pattern.substring(0, pattern.length() - 1)));
    }

    private Map<String, String> facts(MessageRecord message, boolean fifo) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("SenderId", message.sender());
        facts.put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()));
        facts.put("ApproximateReceiveCount", Integer.toString(message.received()));
        message.firstReceivedAt()
                .ifPresent(first -> facts.put("ApproximateFirstReceiveTimestamp", Long.toString(first.toEpochMilli())));
        message.group().ifPresent(group -> facts.put("MessageGroupId", group));
        message.source().ifPresent(source -> facts.put("DeadLetterQueueSourceArn", source));
        if (fifo) {
            message.deduplication().ifPresent(id -> facts.put("MessageDeduplicationId", id));
            facts.put("SequenceNumber", message.sequence());
        }
        AttributeText.read(message.systemAttributes()).forEach((name, value) -> facts.put(name, value.stringValue()));
        if (!system.contains(ALL)) {
            facts.keySet().retainAll(system);
        }
        return facts;
    }
}
