package io.laguna.emulator.crawl.group;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A key and a value of a partition, as the name of a folder tells them.
 *
 * @param name empty when the folder is no {@code key=value}
 */
record Key(Optional<String> name, String value) {
    static Key of(String folder) {
        int equals = folder.indexOf('=');
        if (equals <= 0 || equals == folder.length() - 1) {
            return new Key(Optional.empty(), folder);
        }
        return new Key(
                Optional.of(folder.substring(0, equals).toLowerCase(Locale.ROOT)),
                decoded(folder.substring(equals + 1)));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that encodes nothing.
            return value;
        }
    }

    /** Returns the names of keys: {@code partition_N} at level N, where a folder gives none. */
    static List<String> names(List<Optional<String>> keys) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            names.add(keys.get(i).orElse("partition_" + i));
        }
        return names;
    }

    /** Returns the keys that the folders between two paths are. */
    static List<Key> between(String prefix, String deeper) {
        String rest = deeper.substring(prefix.length());
        List<Key> keys = new ArrayList<>();
        for (String folder : rest.split("/", -1)) {
            if (!folder.isEmpty()) {
                keys.add(of(folder));
            }
        }
        return keys;
    }
}
