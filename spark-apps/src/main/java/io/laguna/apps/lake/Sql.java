package io.laguna.apps.lake;

/** The form of a text within an SQL statement. */
final class Sql {

    private Sql() {}

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String name(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }
}
