package io.laguna.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The decoder of query strings and form bodies: {@code a=b&c=d}. */
final class FormDecoder {
    private FormDecoder() {}

    record Pair(String name, String value) {}

    /** Returns all pairs in order. A percent sign that starts no escape stands for itself. */
    static List<Pair> pairs(String form) {
        List<Pair> pairs = new ArrayList<>();
        int start = 0;
        while (start < form.length()) {
            int and = form.indexOf('&', start);
            int end = and < 0 ? form.length() : and;
            if (end > start) {
                String pair = form.substring(start, end);
                int equals = pair.indexOf('=');
                pairs.add(
                        equals < 0
                                ? new Pair(decode(pair), "")
                                : new Pair(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
            start = end + 1;
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
