package io.laguna.emulator.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The ways to subscribers: to a queue, to a function, and by e-mail. */
record Couriers(DeliverySettings settings, MailFolder mail) {
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final int ACCOUNT = 4;
    private static final int REGION = 3;
    private static final int NAME = 5;
    private static final int MOST_ATTRIBUTES = 10;

    /** A subscriber that is not there. */
    static final class Undeliverable extends Exception {
        private static final long serialVersionUID = 1;

        Undeliverable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Takes a message to its subscriber. */
    void deliver(SubscriptionRecord subscription, Publication message) throws IOException, Undeliverable {
        switch (subscription.protocol()) {
            case "sqs" -> queue(subscription, message);
            case "lambda" -> function(subscription, message);
            case "email" -> mail.put(
                    message.messageId() + "-" + subscription.id(),
                    subscription.endpoint(),
                    message.subject().orElse("AWS Notification Message"),
                    message.text() + "\n\n--\nIf you wish to stop receiving notifications from this topic, please visit"
                            + " the link below to unsubscribe:\n"
                            + message.envelope(subscription, settings.endpoint())
                                    .path("UnsubscribeURL")
                                    .asText());
            case "email-json" -> mail.put(
                    message.messageId() + "-" + subscription.id(),
                    subscription.endpoint(),
                    message.subject().orElse("AWS Notification Message"),
                    message.envelope(subscription, settings.endpoint()).toPrettyString());
            default -> throw new IllegalStateException("A subscription by " + subscription.protocol());
        }
    }

    private void queue(SubscriptionRecord subscription, Publication message) throws Undeliverable {
        SendMessageRequest.Builder send = SendMessageRequest.builder()
                .messageBody(
                        subscription.isRaw()
                                ? message.text()
                                : message.envelope(subscription, settings.endpoint())
                                        .toString());
        if (subscription.isRaw()) {
            if (message.attributes().size() > MOST_ATTRIBUTES) {
                throw new Undeliverable("A raw message has more than ten attributes", null);
            }
            send.messageAttributes(attributes(message.attributes()));
        }
        if (subscription.endpoint().endsWith(TopicAddress.FIFO)) {
            message.group().ifPresent(send::messageGroupId);
            message.deduplication().ifPresent(send::messageDeduplicationId);
        }
        try {
            send(subscription.endpoint(), send);
        } catch (QueueDoesNotExistException e) {
            throw new Undeliverable("There is no queue " + subscription.endpoint(), e);
        }
    }

    private void send(String queue, SendMessageRequest.Builder send) {
        String[] arn = queue.split(":", -1);
        SqsClient queues = settings.queues().apply(new Caller(arn[ACCOUNT], arn[REGION]));
        String url = queues.getQueueUrl(get -> get.queueName(arn[NAME])).queueUrl();
        queues.sendMessage(send.queueUrl(url).build());
    }

    private static Map<String, MessageAttributeValue> attributes(ObjectNode attributes) throws Undeliverable {
        Map<String, MessageAttributeValue> all = new HashMap<>();
        for (Map.Entry<String, JsonNode> each : attributes.properties()) {
            String type = each.getValue().path("Type").asText();
            MessageAttributeValue.Builder value =
                    MessageAttributeValue.builder().dataType(type.equals("String.Array") ? "String" : type);
            try {
                if (type.startsWith("Binary")) {
                    value.binaryValue(
                            SdkBytes.fromByteArray(each.getValue().path("Value").binaryValue()));
                } else {
                    value.stringValue(each.getValue().path("Value").asText());
                }
            } catch (IOException e) {
                throw new Undeliverable("An attribute's bytes are no Base64", e);
            }
            all.put(each.getKey(), value.build());
        }
        return all;
    }

    private void function(SubscriptionRecord subscription, Publication message) throws Undeliverable {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        ObjectNode sns = message.envelope(subscription, settings.endpoint());
        sns.set("UnsubscribeUrl", sns.remove("UnsubscribeURL"));
        if (!sns.has("Subject")) {
            sns.putNull("Subject");
        }
        if (!sns.has("MessageAttributes")) {
            sns.putObject("MessageAttributes");
        }
        records.addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .put("EventSubscriptionArn", subscription.arn())
                .set("Sns", sns);
        String[] arn = subscription.endpoint().split(":", -1);
        try {
            settings.functions().apply(new Caller(arn[ACCOUNT], arn[REGION])).invoke(invoke -> invoke.functionName(
                            subscription.endpoint())
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String(event.toString())));
        } catch (ResourceNotFoundException e) {
            throw new Undeliverable("There is no function " + subscription.endpoint(), e);
        }
    }

    /** Takes a message that its subscriber does not get to the subscription's dead-letter queue, where it has one. */
    void giveUp(SubscriptionRecord subscription, Publication message) {
        SubscriptionSetting.letters(subscription.attributes()).ifPresent(queue -> {
            try {
                SendMessageRequest.Builder send = SendMessageRequest.builder()
                        .messageBody(message.envelope(subscription, settings.endpoint())
                                .toString());
                message.group().ifPresent(send::messageGroupId);
                message.deduplication().ifPresent(send::messageDeduplicationId);
                send(queue, send);
            } catch (SdkException e) {
                LOG.warn("{} takes no dead letter: {}", queue, e.toString());
            }
        });
    }
}
