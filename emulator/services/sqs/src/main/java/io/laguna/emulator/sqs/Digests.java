package io.laguna.emulator.sqs;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The digests by which clients check that a message has come as they sent it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation">
 *     Calculating the MD5 message digest for message attributes</a>
 */
final class Digests {
    private static final byte TEXT = 1;
    private static final byte BINARY = 2;

    private Digests() {}

    static String ofBody(String body) {
        return hex("MD5", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the deduplication id of a message that has none, where the queue goes by its content. */
    static String ofContent(String body) {
        return hex("SHA-256", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the digest of attributes; empty where there are none. */
    static Optional<String> of(Map<String, MessageAttributeValue> attributes) {
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream to = new DataOutputStream(bytes)) {
            for (Map.Entry<String, MessageAttributeValue> each : new TreeMap<>(attributes).entrySet()) {
                MessageAttributeValue value = each.getValue();
                put(to, each.getKey().getBytes(StandardCharsets.UTF_8));
                put(to, value.dataType().getBytes(StandardCharsets.UTF_8));
                boolean binary = value.binaryValue() != null;
                to.writeByte(binary ? BINARY : TEXT);
                put(
                        to,
                        binary
                                ? value.binaryValue().asByteArray()
                                : value.stringValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A digest cannot be made", e);
        }
        return Optional.of(hex("MD5", bytes.toByteArray()));
    }

    private static void put(DataOutputStream to, byte[] bytes) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
