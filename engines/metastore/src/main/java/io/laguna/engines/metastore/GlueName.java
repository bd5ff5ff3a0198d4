package io.laguna.engines.metastore;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spelling of a name in the metastore, which takes letters, digits and underscores alone: any other character of a
 * name in Glue is {@code _x<hex>_} here. Laguna's Glue writes names so.
 */
final class GlueName {
    private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9_]|_(?=x[0-9a-f]{1,6}_)");
    /** The same for a pattern of names, in which an asterisk stands for any text and a bar between two patterns. */
    private static final Pattern FOREIGN_IN_PATTERN = Pattern.compile("[^a-z0-9_*|]|_(?=x[0-9a-f]{1,6}_)");

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9a-f]{1,6})_");

    private GlueName() {}

    static String inHive(String name) {
        return escaped(FOREIGN, name);
    }

    static String patternInHive(String pattern) {
        return escaped(FOREIGN_IN_PATTERN, pattern);
    }

    static String inGlue(String hiveName) {
        return ESCAPED.matcher(hiveName)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private static String escaped(Pattern foreign, String name) {
        return foreign.matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(found -> "_x" + Integer.toHexString(found.group().codePointAt(0)) + "_");
    }
}
