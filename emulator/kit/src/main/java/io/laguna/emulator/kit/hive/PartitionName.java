package io.laguna.emulator.kit.hive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Partition names as the metastore makes them: {@code year=2026/place=S%2FA}. */
public final class PartitionName {
    /** The characters that Hive escapes (its FileUtils.escapePathName), besides control characters. */
    private static final String ESCAPED = "\"#%'*/:=?\\{[]^\u007F";

    private static final String NULL = "__HIVE_DEFAULT_PARTITION__";

    private PartitionName() {}

    /**
     * Returns the name of the partition with these values. A partition from before a change of the keys may have fewer
     * or more of them.
     */
    public static <K> String of(List<K> keys, Function<K, String> name, List<String> values) {
        return IntStream.range(0, Math.min(keys.size(), values.size()))
                .mapToObj(i -> escaped(name.apply(keys.get(i)).toLowerCase(Locale.ROOT)) + "=" + escaped(values.get(i)))
                .collect(Collectors.joining("/"));
    }

    /**
     * Returns how the names begin of all partitions whose first keys have these values.
     *
     * @param first as many values as there are keys, or fewer
     */
    public static <K> String beginning(List<K> keys, Function<K, String> name, List<String> first) {
        String begun = of(keys.subList(0, first.size()), name, first);
        return first.isEmpty() || first.size() == keys.size() ? begun : begun + "/";
    }

    /** The values in a name. */
    public static List<String> values(String name) {
        List<String> values = new ArrayList<>();
        int start = 0;
        while (start <= name.length()) {
            int slash = name.indexOf('/', start);
            int end = slash < 0 ? name.length() : slash;
            values.add(value(name.substring(name.indexOf('=', start) + 1, end)));
            start = end + 1;
        }
        return values;
    }

    private static String escaped(String text) {
        if (text.isEmpty()) {
            return NULL;
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || ESCAPED.indexOf(character) >= 0) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }

    /** The value in the name of a folder, behind the equals sign. */
    public static String value(String text) {
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
