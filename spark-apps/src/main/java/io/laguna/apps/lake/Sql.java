package io.laguna.apps.lake;

/** Text put into a statement. */
final class Sql {

    private Sql() {}

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String name(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }
}
