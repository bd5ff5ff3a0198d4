package io.laguna.emulator.athena.ddl;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.glue.model.Column;

/** Partitions as folders are named by Hive: {@code dt=2026-01-01/place=S%2FA}. */
final class PartitionName {
    /** What Hive escapes (its FileUtils.escapePathName), besides control characters. */
    private static final String ESCAPED = "\"#%'*/:=?\\{[]^\u007F";

    private static final String EMPTY = "__HIVE_DEFAULT_PARTITION__";

    private PartitionName() {}

    static String of(List<Column> keys, List<String> values) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> folder(keys.get(i).name(), values.get(i)))
                .collect(Collectors.joining("/"));
    }

    private static String folder(String key, String value) {
        return escaped(key) + "=" + (value.isEmpty() ? EMPTY : escaped(value));
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(character -> character < ' ' || ESCAPED.indexOf(character) >= 0
                        ? String.format(Locale.ROOT, "%%%02X", character)
                        : Character.toString(character))
                .collect(Collectors.joining());
    }

    /** The value in the name of a folder, behind the equals sign. */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean code = text.charAt(i) == '%'
                    && i + 2 < text.length()
                    && Character.digit(text.charAt(i + 1), 16) >= 0
                    && Character.digit(text.charAt(i + 2), 16) >= 0;
            if (code) {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
