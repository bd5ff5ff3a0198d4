package io.laguna.emulator.kit.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The percent-encoding as web clients use it: what is no encoding stays as it is. */
public final class Percent {
    private static final int HEX = 16;

    private Percent() {}

    /** Decodes a segment of a path, in which a plus sign is one. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int high = at + 2 < bytes.length && bytes[at] == '%' ? Character.digit(bytes[at + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[at + 2], HEX);
            if (low < 0) {
                decoded.write(bytes[at]);
            } else {
                decoded.write(high * HEX + low);
                at += 2;
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /** Decodes the parameters of a query, in which a plus sign is a blank. */
    static List<Map.Entry<String, String>> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    int equals = part.indexOf('=');
                    String name = equals < 0 ? part : part.substring(0, equals);
                    String value = equals < 0 ? "" : part.substring(equals + 1);
                    return Map.entry(decode(name.replace('+', ' ')), decode(value.replace('+', ' ')));
                })
                .toList();
    }
}
