package io.laguna.emulator.lambda.invoke;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lambda.request.Peers;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The messages to queues and topics, each in the name of whoever owns the queue or the topic. */
record Messages(Peers peers) {
    /**
     * An attribute of a message.
     *
     * @param type {@code String}, {@code Number}
     */
    record Attribute(String type, String value) {}

    /** Sends a message to a queue, or publishes it to a topic, by the ARN of either. */
    void send(String arn, String text, Map<String, Attribute> attributes) {
        String[] parts = arn.split(":", 6);
        Caller owner = new Caller(parts[4], parts[3]);
        if (parts[2].equals("sns")) {
            SnsClient sns = peers.sns().apply(owner);
            sns.publish(publish -> publish.topicArn(arn)
                    .message(text)
                    .messageAttributes(attributes.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> topicAttribute(each.getValue())))));
        } else {
            SqsClient sqs = peers.sqs().apply(owner);
            String url = sqs.getQueueUrl(get -> get.queueName(parts[5])).queueUrl();
            sqs.sendMessage(send -> send.queueUrl(url)
                    .messageBody(text)
                    .messageAttributes(attributes.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> MessageAttributeValue.builder()
                                    .dataType(each.getValue().type())
                                    .stringValue(each.getValue().value())
                                    .build()))));
        }
    }

    private static software.amazon.awssdk.services.sns.model.MessageAttributeValue topicAttribute(Attribute attribute) {
        return software.amazon.awssdk.services.sns.model.MessageAttributeValue.builder()
                .dataType(attribute.type())
                .stringValue(attribute.value())
                .build();
    }
}
