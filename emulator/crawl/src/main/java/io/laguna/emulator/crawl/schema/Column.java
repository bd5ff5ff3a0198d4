package io.laguna.emulator.crawl.schema;

import java.util.Locale;

/**
 * A column that was found in a file.
 *
 * @param name in lower case, as the catalog has it
 * @param key as the file has it
 */
public record Column(String name, ColumnType type, String key) {
    /** Returns a column by the name that a file gives it. */
    public static Column of(String key, ColumnType type) {
        return new Column(key.toLowerCase(Locale.ROOT), type, key);
    }
}
