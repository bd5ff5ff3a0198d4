package io.laguna.wire;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * The form of lists in headers: separated by commas, quoted where an element holds one. Rules: smithy.io, "httpHeader
 * trait".
 */
final class HeaderList {
    private HeaderList() {}

    static List<String> split(List<String> lines, boolean areHttpDates) {
        List<String> elements = new ArrayList<>();
        for (String line : lines) {
            if (areHttpDates) {
                dates(line, elements);
            } else {
                texts(line, elements);
            }
        }
        return elements;
    }

    /** Splits a line at every second comma: an HTTP date has one comma of its own. */
    private static void dates(String line, List<String> into) {
        int start = 0;
        while (start < line.length()) {
            int own = line.indexOf(',', start);
            int comma = own < 0 ? -1 : line.indexOf(',', own + 1);
            int end = comma < 0 ? line.length() : comma;
            into.add(line.substring(start, end).strip());
            start = end + 1;
        }
    }

    private static void texts(String line, List<String> into) {
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\' && i + 1 < line.length()) {
                element.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                into.add(element.toString().strip());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        into.add(element.toString().strip());
    }

    static boolean areHttpDates(SdkField<?> member) {
        return member.marshallingType().getKnownType() == MarshallingKnownType.INSTANT
                && Timestamps.formatOf(member, Format.RFC_822) == Format.RFC_822;
    }

    static String join(List<String> elements, boolean areHttpDates) {
        if (areHttpDates) {
            return String.join(",", elements);
        }
        List<String> quoted = new ArrayList<>();
        for (String element : elements) {
            boolean needsQuotes = element.isEmpty() || element.contains(",") || element.contains("\"");
            quoted.add(needsQuotes ? '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : element);
        }
        return String.join(",", quoted);
    }
}
