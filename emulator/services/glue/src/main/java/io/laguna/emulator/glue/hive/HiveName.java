package io.laguna.emulator.glue.hive;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The translation of names of databases, tables and functions between Glue and Hive.
 *
 * <p>Glue folds names to lower case (CreateTable, TableInput.Name: "For Hive compatibility, this must be entirely
 * lowercase") and takes any printable character in them; Hive takes letters, digits and underscores of ASCII. A
 * character that Hive cannot take becomes {@code _x<hex>_} there: Glue's {@code my-lake} is Hive's {@code my_x2d_lake},
 * and Spark calls it so too.
 */
public final class HiveName {
    private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9_]|_(?=x[0-9a-f]{1,6}_)");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9a-f]{1,6})_");

    private HiveName() {}

    /** Returns the name as Glue keeps it. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the name in Hive of an object with this name in Glue. */
    public static String of(String glueName) {
        return FOREIGN.matcher(folded(glueName)).replaceAll(HiveName::escape);
    }

    /** Returns the name in Glue of an object with this name in Hive. */
    public static String inGlue(String hiveName) {
        return ESCAPED.matcher(hiveName)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString((int) HexFormat.fromHexDigitsToLong(found.group(1)))));
    }

    private static String escape(MatchResult foreign) {
        return "_x" + Integer.toHexString(foreign.group().codePointAt(0)) + "_";
    }
}
