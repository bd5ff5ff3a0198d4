package io.laguna.emulator.athena.ddl.words;

import java.util.Locale;

/** The names and texts as they are written in statements. */
public final class Quoted {
    private Quoted() {}

    /** Returns a name for Trino. */
    public static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Returns a text for Trino. */
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns a name for Hive. */
    public static String hiveIdentifier(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** Returns a text for Hive, on one line. */
    public static String hiveText(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\', '\'' -> quoted.append('\\').append(character);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('\'').toString();
    }
}
