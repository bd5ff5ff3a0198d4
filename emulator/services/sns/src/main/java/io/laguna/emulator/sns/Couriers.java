package io.laguna.emulator.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.trace.Trace;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The ways to subscribers: to a queue, to a function, by HTTP, and by e-mail. */
record Couriers(DeliverySettings settings, Signing signing, MailFolder mail, WebCourier web) {
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final int ACCOUNT = 4;
    private static final int REGION = 3;
    private static final int NAME = 5;
    private static final int MOST_ATTRIBUTES = 10;

    /** Takes a message to its subscriber. */
    void deliver(SubscriptionRecord subscription, Publication message) throws IOException, Undeliverable {
        switch (subscription.protocol()) {
            case "sqs" -> queue(subscription, message);
            case "lambda" -> function(subscription, message);
            case "http", "https" -> web(subscription, message);
            case "email" -> mail.put(
                    message.messageId() + "-" + subscription.id(),
                    subscription.endpoint(),
                    message.subject().orElse("AWS Notification Message"),
                    message.text() + "\n\n--\nIf you wish to stop receiving notifications from this topic, please visit"
                            + " the link below to unsubscribe:\n"
                            + message.envelope(subscription, signing)
                                    .path("UnsubscribeURL")
                                    .asText());
            case "email-json" -> mail.put(
                    message.messageId() + "-" + subscription.id(),
                    subscription.endpoint(),
                    message.subject().orElse("AWS Notification Message"),
                    message.envelope(subscription, signing).toPrettyString());
            default -> throw new IllegalStateException("A subscription by " + subscription.protocol());
        }
    }

    private void web(SubscriptionRecord subscription, Publication message) throws IOException, Undeliverable {
        Map<String, String> headers = new HashMap<>(Map.of(
                "x-amz-sns-message-type", "Notification",
                "x-amz-sns-message-id", message.messageId(),
                "x-amz-sns-subscription-arn", subscription.arn()));
        if (subscription.isRaw()) {
            headers.put("x-amz-sns-rawdelivery", "true");
        }
        String body = subscription.isRaw()
                ? message.text()
                : message.envelope(subscription, signing).toString();
        web.post(subscription, headers, body);
    }

    /** Asks a subscriber whether it wants the messages; the answer is a visit to the link. */
    void ask(SubscriptionRecord subscription) throws IOException, Undeliverable {
        Publication question = Publication.question(subscription);
        web.post(
                subscription,
                Map.of(
                        "x-amz-sns-message-type",
                        "SubscriptionConfirmation",
                        "x-amz-sns-message-id",
                        question.messageId()),
                question.confirmation(subscription, signing).toString());
    }

    private void queue(SubscriptionRecord subscription, Publication message) throws Undeliverable {
        SendMessageRequest.Builder send = SendMessageRequest.builder()
                .messageBody(
                        subscription.isRaw()
                                ? message.text()
                                : message.envelope(subscription, signing).toString());
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
            Trace.in(message.trace(), () -> send(subscription.endpoint(), send));
        } catch (QueueDoesNotExistException e) {
            throw new Undeliverable("There is no queue " + subscription.endpoint(), e);
        }
    }

    private SendMessageResponse send(String queue, SendMessageRequest.Builder send) {
        String[] arn = queue.split(":", -1);
        SqsClient queues = settings.queues().apply(new Caller(arn[ACCOUNT], arn[REGION]));
        String url = queues.getQueueUrl(get -> get.queueName(arn[NAME])).queueUrl();
        return queues.sendMessage(send.queueUrl(url).build());
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
        ObjectNode sns = message.envelope(subscription, signing);
        sns.set("UnsubscribeUrl", sns.remove("UnsubscribeURL"));
        sns.set("SigningCertUrl", sns.remove("SigningCertURL"));
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
            LambdaClient functions = settings.functions().apply(new Caller(arn[ACCOUNT], arn[REGION]));
            Trace.in(
                    message.trace(),
                    () -> functions.invoke(invoke -> invoke.functionName(subscription.endpoint())
                            .invocationType(InvocationType.EVENT)
                            .payload(SdkBytes.fromUtf8String(event.toString()))));
        } catch (ResourceNotFoundException e) {
            throw new Undeliverable("There is no function " + subscription.endpoint(), e);
        }
    }

    /** Takes a message that its subscriber does not get to the subscription's dead-letter queue, where it has one. */
    void giveUp(SubscriptionRecord subscription, Publication message) {
        SubscriptionSetting.letters(subscription.attributes()).ifPresent(queue -> {
            try {
                SendMessageRequest.Builder send = SendMessageRequest.builder()
                        .messageBody(message.envelope(subscription, signing).toString());
                message.group().ifPresent(send::messageGroupId);
                message.deduplication().ifPresent(send::messageDeduplicationId);
                send(queue, send);
            } catch (SdkException e) {
                LOG.warn("{} takes no dead letter: {}", queue, e.toString());
            }
        });
    }
}
