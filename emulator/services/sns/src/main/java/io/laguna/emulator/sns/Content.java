package io.laguna.emulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * The content of a message that is to be published.
 *
 * @param structured whether the message is JSON with a text for each protocol
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 */
record Content(String message, String subject, boolean structured, Map<String, MessageAttributeValue> attributes) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_SUBJECT = 100;
    private static final String DEFAULT = "default";

    static final long LARGEST = 262_144;

    static Content of(String message, String subject, String structure, Map<String, MessageAttributeValue> attributes) {
        if (structure != null && !structure.equals("json")) {
            throw Failures.parameter("MessageStructure");
        }
        Content content = new Content(message, subject, structure != null, attributes);
        content.check();
        return content;
    }

    private void check() {
        if (message == null || message.isEmpty()) {
            throw Failures.parameter("Empty message");
        }
        if (bytes() > LARGEST) {
            throw Failures.parameter("Message too long");
        }
        if (subject != null
                && (subject.isEmpty()
                        || subject.length() > LONGEST_SUBJECT
                        || subject.isBlank()
                        || subject.codePoints().anyMatch(Character::isISOControl))) {
            throw Failures.parameter("Subject");
        }
        attributes.forEach(Content::check);
        if (structured && !parsed().path(DEFAULT).isTextual()) {
            throw Failures.parameter("Message Structure - No default entry in JSON message body");
        }
    }

    private static void check(String name, MessageAttributeValue value) {
        String type = Optional.ofNullable(value.dataType()).orElse("");
        if (!name.matches("[A-Za-z0-9_.-]{1,256}")) {
            throw Failures.value("The message attribute name '" + name + "' is invalid.");
        }
        if (!type.matches("(String|Number|Binary)(\\..+)?")) {
            throw Failures.value(
                    "The message attribute '" + name + "' has an invalid message attribute type, the set of"
                            + " supported type prefixes is Binary, Number, and String.");
        }
        boolean empty = type.startsWith("Binary")
                ? value.binaryValue() == null || value.binaryValue().asByteArrayUnsafe().length == 0
                : value.stringValue() == null || value.stringValue().isEmpty();
        if (empty) {
            throw Failures.value(
                    "The message attribute '" + name + "' must contain a non-empty message attribute value for"
                            + " message attribute type '" + type + "'.");
        }
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException e) {
            throw Failures.parameter("Message Structure - JSON message body failed to parse");
        }
    }

    long bytes() {
        return message == null ? 0 : message.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns what subscribers of a protocol get. */
    String text(String protocol) {
        if (!structured) {
            return message;
        }
        JsonNode texts = parsed();
        return texts.path(protocol).isTextual()
                ? texts.path(protocol).asText()
                : texts.path(DEFAULT).asText();
    }

    /** Returns the attributes as subscribers see them. */
    ObjectNode told() {
        ObjectNode told = JSON.createObjectNode();
        attributes.keySet().stream().sorted().forEach(name -> {
            MessageAttributeValue value = attributes.get(name);
            told.putObject(name)
                    .put("Type", value.dataType())
                    .put(
                            "Value",
                            value.dataType().startsWith("Binary")
                                    ? Base64.getEncoder()
                                            .encodeToString(value.binaryValue().asByteArrayUnsafe())
                                    : value.stringValue());
        });
        return told;
    }
}
