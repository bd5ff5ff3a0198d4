package io.laguna.emulator.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A receipt handle: the message, and which of its receipts it was.
 *
 * @param queue the queue's number in the state
 */
record Receipt(long queue, UUID message, UUID receipt) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) ([0-9a-f-]{36}) ([0-9a-f-]{36})");

    /** Reads a handle. */
    static Receipt of(String handle) {
        if (handle == null || handle.isEmpty()) {
            throw Failures.missing("ReceiptHandle");
        }
        try {
            Matcher matcher = TEXT.matcher(new String(Base64.getDecoder().decode(handle), StandardCharsets.UTF_8));
            if (matcher.matches()) {
                return new Receipt(
                        Long.parseLong(matcher.group(1)),
                        UUID.fromString(matcher.group(2)),
                        UUID.fromString(matcher.group(3)));
            }
        } catch (IllegalArgumentException e) {
            throw Failures.receipt(handle);
        }
        throw Failures.receipt(handle);
    }

    String handle() {
        return Base64.getEncoder()
                .encodeToString((queue + " " + message + " " + receipt).getBytes(StandardCharsets.UTF_8));
    }
}
