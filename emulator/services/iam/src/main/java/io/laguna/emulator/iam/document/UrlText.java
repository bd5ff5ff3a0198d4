package io.laguna.emulator.iam.document;

import java.nio.charset.StandardCharsets;

/**
 * The form in which IAM answers documents: percent-encoded, but for the characters that RFC 3986 reserves for nothing.
 */
public final class UrlText {
    private static final String PLAIN = "-_.~";

    private UrlText() {}

    /** Returns a text encoded. */
    public static String of(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) Byte.toUnsignedInt(unit);
            if (isPlain(letter)) {
                encoded.append(letter);
            } else {
                encoded.append('%').append("%02X".formatted((int) letter));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || PLAIN.indexOf(letter) >= 0;
    }
}
