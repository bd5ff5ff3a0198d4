package io.laguna.emulator.s3.call;

import java.util.Arrays;

/** ETags, which are kept without quotes. */
public final class ETags {
    private ETags() {}

    public static String quoted(String eTag) {
        return '"' + eTag + '"';
    }

    public static String plain(String header) {
        String text = header.strip();
        if (text.startsWith("W/")) {
            text = text.substring(2);
        }
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** Tells whether a header names the ETag among others, or means all. */
    public static boolean match(String header, String eTag) {
        return Arrays.stream(header.split(",", -1))
                .map(ETags::plain)
                .anyMatch(each -> each.equals("*") || each.equals(eTag));
    }
}
