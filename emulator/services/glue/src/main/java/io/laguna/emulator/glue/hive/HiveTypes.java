package io.laguna.emulator.glue.hive;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The column types as Hive takes them. */
final class HiveTypes {
    /** The names that a type may begin with in Hive 3.1 (its ColumnType.AllTypes). */
    private static final Set<String> KNOWN = Set.of(
            "void",
            "boolean",
            "tinyint",
            "smallint",
            "int",
            "bigint",
            "float",
            "double",
            "string",
            "char",
            "varchar",
            "date",
            "datetime",
            "timestamp",
            "decimal",
            "binary",
            "interval_year_month",
            "interval_day_time",
            "array",
            "map",
            "struct",
            "uniontype");

    private static final Pattern FIRST_WORD = Pattern.compile("^[a-z0-9_]+");

    private HiveTypes() {}

    /** Returns the type for Hive of a type in Glue: a type that Hive does not know becomes a string there. */
    static String of(String glueType) {
        String type = glueType.toLowerCase(Locale.ROOT);
        Matcher word = FIRST_WORD.matcher(type);
        if (!word.find() || !KNOWN.contains(word.group())) {
            return "string";
        }
        return KNOWN.contains(glueWord(glueType)) ? glueType : type;
    }

    private static String glueWord(String glueType) {
        Matcher word = FIRST_WORD.matcher(glueType);
        return word.find() ? word.group() : "";
    }
}
