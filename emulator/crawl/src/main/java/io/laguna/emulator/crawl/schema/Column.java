package io.laguna.emulator.crawl.schema;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column that was found in a file.
 *
 * @param name in lower case, as the catalog has it
 * @param key as the file has it
 */
public record Column(String name, ColumnType type, String key) {
    private static final int LONGEST = 255;
    private static final Pattern NAME = Pattern.compile("[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800-\\uDFFF\\t]*");

    /** Returns a column by the name that a file gives it. */
    public static Column of(String key, ColumnType type) {
        return new Column(key.toLowerCase(Locale.ROOT), type, key);
    }

    /**
     * Tells whether the catalog can hold the column: its name is not blank, and has at most 255 characters; neither it nor a
     * name within its type has a line break or another control character.
     */
    public boolean isOfCatalog() {
        return !name.isBlank() && name.length() <= LONGEST && mayBeName(name) && mayBeName(type.text());
    }

    /** Tells whether a text has only characters that the catalog allows in names of columns. */
    public static boolean mayBeName(String text) {
        return NAME.matcher(text).matches();
    }
}
