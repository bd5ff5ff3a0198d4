package io.laguna.emulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message on its way to one subscriber.
 *
 * @param text what this subscriber's protocol gets
 * @param attributes name to {@code Type} and {@code Value}; bytes as Base64
 * @param group of FIFO topics
 * @param sequence of FIFO topics
 * @param timestamp when it was published, as SNS writes it
 * @param trace to which the call belongs that published it
 */
record Publication(
        String messageId,
        Optional<String> subject,
        String text,
        ObjectNode attributes,
        Optional<String> group,
        Optional<String> deduplication,
        Optional<String> sequence,
        String timestamp,
        Optional<String> trace) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String json() {
        ObjectNode json = JSON.createObjectNode()
                .put("messageId", messageId)
                .put("text", text)
                .put("timestamp", timestamp);
        subject.ifPresent(value -> json.put("subject", value));
        group.ifPresent(value -> json.put("group", value));
        deduplication.ifPresent(value -> json.put("deduplication", value));
        sequence.ifPresent(value -> json.put("sequence", value));
        trace.ifPresent(value -> json.put("trace", value));
        json.set("attributes", attributes);
        return json.toString();
    }

    static Publication read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Publication(
                    json.path("messageId").asText(),
                    member(json, "subject"),
                    json.path("text").asText(),
                    (ObjectNode) json.path("attributes"),
                    member(json, "group"),
                    member(json, "deduplication"),
                    member(json, "sequence"),
                    json.path("timestamp").asText(),
                    member(json, "trace"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds a message that is no JSON", e);
        }
    }

    private static Optional<String> member(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
    }

    /** Returns the question whether a subscriber wants the messages of a topic. */
    static Publication question(SubscriptionRecord subscription) {
        String text = "You have chosen to subscribe to the topic "
                + subscription.topic().address().arn()
                + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.";
        return new Publication(
                UUID.randomUUID().toString(),
                Optional.empty(),
                text,
                JSON.createObjectNode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Publishing.TIMESTAMP.format(Instant.now()),
                Optional.empty());
    }

    /** Returns the question as SNS wraps it, signed. */
    ObjectNode confirmation(SubscriptionRecord subscription, Signing signing) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("Type", "SubscriptionConfirmation")
                .put("MessageId", messageId)
                .put("Token", subscription.token().orElseThrow())
                .put("TopicArn", subscription.topic().address().arn())
                .put("Message", text)
                .put("SubscribeURL", Confirmations.link(subscription, signing.endpoint()))
                .put("Timestamp", timestamp);
        signing.sign(envelope, subscription.topic());
        return envelope;
    }

    /** Returns the message as SNS wraps it for a subscriber, signed. */
    ObjectNode envelope(SubscriptionRecord subscription, Signing signing) {
        ObjectNode envelope =
                JSON.createObjectNode().put("Type", "Notification").put("MessageId", messageId);
        sequence.ifPresent(value -> envelope.put("SequenceNumber", value));
        envelope.put("TopicArn", subscription.topic().address().arn());
        subject.ifPresent(value -> envelope.put("Subject", value));
        envelope.put("Message", text).put("Timestamp", timestamp);
        signing.sign(envelope, subscription.topic());
        envelope.put(
                "UnsubscribeURL", signing.endpoint() + "/?Action=Unsubscribe&SubscriptionArn=" + subscription.arn());
        if (!attributes.isEmpty()) {
            envelope.set("MessageAttributes", attributes);
        }
        return envelope;
    }
}
