package io.laguna.tests.hostile;

import java.nio.charset.StandardCharsets;

/**
 * A request as bytes, to be sent over a connection of its own.
 *
 * @param index its number in the series of its seed
 * @param what the operation and what is wrong with the request
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are sent, never compared.
public record HostileRequest(int index, String what, byte[] bytes) {
    private static final int SHOWN = 1_500;

    /** Returns the beginning of the request as a text without control characters. */
    @Override
    public String toString() {
        String text = new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.ISO_8859_1);
        StringBuilder shown = new StringBuilder("request " + index + ", " + what + ", " + bytes.length + " bytes: ");
        text.chars().forEach(c -> shown.append((c >= ' ' && c < 127) || c == '\n' ? (char) c : "\\x%02x".formatted(c)));
        return shown.toString();
    }
}
