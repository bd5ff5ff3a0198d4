package io.laguna.emulator.s3.store.layout;

import java.util.Comparator;

/** Strings as S3 counts and orders them: by the bytes of their UTF-8. */
public final class Utf8 {
    /** A surrogate is above every other character in UTF-8, and below some in Java's own order. */
    public static final Comparator<String> ORDER = Utf8::compare;

    private Utf8() {}

    public static int length(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit < 0x80) {
                bytes++;
            } else if (unit < 0x800 || Character.isSurrogate(unit)) {
                bytes += 2;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }

    /** Tells whether every surrogate is half of a pair. */
    static boolean isValid(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (!Character.isHighSurrogate(text.charAt(at))
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int at = 0; at < length; at++) {
            char one = left.charAt(at);
            char other = right.charAt(at);
            if (one != other) {
                boolean above = Character.isSurrogate(one);
                return above == Character.isSurrogate(other) ? Character.compare(one, other) : above ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
