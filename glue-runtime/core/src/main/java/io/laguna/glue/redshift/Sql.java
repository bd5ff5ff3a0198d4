package io.laguna.glue.redshift;

import java.util.Locale;

/** The words of Redshift's SQL. */
final class Sql {
    private Sql() {}

    /** Returns a literal of a text. */
    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Returns a column's name, which Redshift has in small letters. */
    static String name(String column) {
        return "\"" + column.toLowerCase(Locale.ROOT).replace("\"", "\"\"") + "\"";
    }
}
