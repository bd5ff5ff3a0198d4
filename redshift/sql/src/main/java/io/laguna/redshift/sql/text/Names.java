package io.laguna.redshift.sql.text;

/** The case rules of identifiers: ASCII letters are folded to lower case, others are kept. */
public final class Names {
    private Names() {}

    /** Returns a name as Redshift folds it. */
    public static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return folded.toString();
    }

    /** Returns a name in double quotes. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
