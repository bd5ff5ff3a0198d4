package io.laguna.emulator.lambda.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.lambda.environment.Lineage;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message in the event of a function.
 *
 * @param record the member of {@code Records}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event">Events</a>
 */
record MessageEvent(Message message, ObjectNode record) {
    static MessageEvent of(Message message, Mapping mapping) {
        ObjectNode record = JsonNodeFactory.instance
                .objectNode()
                .put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body());
        ObjectNode attributes = record.putObject("attributes");
        new TreeMap<>(message.attributesAsStrings()).forEach(attributes::put);
        ObjectNode own = record.putObject("messageAttributes");
        new TreeMap<>(message.messageAttributes()).forEach((name, value) -> own.set(name, attribute(value)));
        if (message.md5OfMessageAttributes() != null) {
            record.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
        }
        record.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", mapping.configuration().eventSourceArn())
                .put("awsRegion", mapping.owner().region());
        return new MessageEvent(message, record);
    }

    private static ObjectNode attribute(MessageAttributeValue value) {
        ObjectNode attribute = JsonNodeFactory.instance.objectNode();
        if (value.binaryValue() != null) {
            attribute.put(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArrayUnsafe()));
        } else {
            attribute.put("stringValue", value.stringValue());
        }
        attribute.putArray("stringListValues");
        attribute.putArray("binaryListValues");
        return attribute.put("dataType", value.dataType());
    }

    /** Returns the lineage of the trace to which the message belongs. */
    Lineage lineage() {
        return Lineage.of(Optional.ofNullable(message.attributes().get(MessageSystemAttributeName.AWS_TRACE_HEADER)));
    }

    /** Returns the group whose messages keep their order; empty for a message of a queue without order. */
    Optional<String> group() {
        return message.attributes().containsKey(MessageSystemAttributeName.SEQUENCE_NUMBER)
                ? Optional.ofNullable(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                : Optional.empty();
    }

    /** Returns how many characters it has in the event. */
    int size() {
        return record.toString().length();
    }
}
