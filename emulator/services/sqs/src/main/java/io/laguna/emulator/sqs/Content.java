package io.laguna.emulator.sqs;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The body and the attributes of a message that is to be sent.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">
 *     Message metadata</a>
 */
record Content(
        String body,
        Map<String, MessageAttributeValue> attributes,
        Map<String, MessageAttributeValue> systemAttributes) {
    private static final int MOST_ATTRIBUTES = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,256}");
    private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");

    /** The attribute that has the trace to which a message belongs. */
    static final String TRACE = "AWSTraceHeader";

    private static final Set<String> SYSTEM = Set.of(TRACE);

    /** Returns the size that counts for the limits: body, and names, types and values of attributes. */
    long bytes() {
        return size(body)
                + attributes.entrySet().stream()
                        .mapToLong(each -> size(each.getKey())
                                + size(each.getValue().dataType())
                                + (each.getValue().binaryValue() == null
                                        ? size(each.getValue().stringValue())
                                        : each.getValue().binaryValue().asByteArrayUnsafe().length))
                        .sum();
    }

    private static long size(String text) {
        return Optional.ofNullable(text).orElse("").getBytes(StandardCharsets.UTF_8).length;
    }

    /** Checks the content of a message for a queue. */
    void check(QueueRecord queue) {
        if (body == null || body.isEmpty()) {
            throw Failures.missing("MessageBody");
        }
        checkCharacters(body);
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw Failures.parameter(
                    "Number of message attributes [" + attributes.size() + "] exceeds the allowed maximum" + " [10].");
        }
        attributes.forEach(Content::check);
        systemAttributes.keySet().stream()
                .filter(name -> !SYSTEM.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Failures.parameter("Message system attribute name '" + name + "' is invalid.");
                });
        systemAttributes.forEach(Content::check);
        long limit = queue.number(QueueSetting.MAXIMUM_SIZE);
        if (bytes() > limit) {
            throw Failures.parameter(
                    "One or more parameters are invalid. Reason: Message must be shorter than " + limit + " bytes.");
        }
    }

    private static void check(String name, MessageAttributeValue value) {
        if (!NAME.matcher(name).matches()
                || name.startsWith(".")
                || name.endsWith(".")
                || name.contains("..")
                || name.matches("(?i)(aws|amazon)\\..*")) {
            throw Failures.parameter("The message attribute name '" + name + "' is invalid. Attribute names can contain"
                    + " A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.) characters.");
        }
        String type = value.dataType();
        if (type == null || type.isEmpty()) {
            throw Failures.parameter(
                    "The message attribute '" + name + "' must contain a non-empty message attribute" + " type.");
        }
        if (!TYPE.matcher(type).matches()) {
            throw Failures.parameter(
                    "The message attribute '" + name + "' has an invalid message attribute type, the set"
                            + " of supported type prefixes is Binary, Number, and String.");
        }
        if (!value.stringListValues().isEmpty() || !value.binaryListValues().isEmpty()) {
            throw Failures.unsupported("Message attribute list values in SendMessage operation are not supported.");
        }
        boolean binary = type.startsWith("Binary");
        boolean empty = binary
                ? value.binaryValue() == null || value.binaryValue().asByteArrayUnsafe().length == 0
                : value.stringValue() == null || value.stringValue().isEmpty();
        if (empty) {
            throw Failures.parameter(
                    "The message attribute '" + name + "' must contain a non-empty message attribute value"
                            + " for message attribute type '" + type + "'.");
        }
        if (!binary) {
            checkCharacters(value.stringValue());
        }
        if (type.startsWith("Number")) {
            checkNumber(name, value.stringValue());
        }
    }

    private static void checkNumber(String name, String value) {
        try {
            new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw (RuntimeException)
                    Failures.parameter("Can't cast the value of message attribute '" + name + "' to a number.")
                            .initCause(e);
        }
    }

    private static void checkCharacters(String text) {
        text.codePoints().filter(Content::isForbidden).findFirst().ifPresent(each -> {
            throw Failures.contents(each);
        });
    }

    private static boolean isForbidden(int character) {
        boolean control = character < ' ' && character != '\t' && character != '\n' && character != '\r';
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return control || surrogate || character == 0xFFFE || character == 0xFFFF;
    }
}
