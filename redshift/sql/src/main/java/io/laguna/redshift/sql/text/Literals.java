package io.laguna.redshift.sql.text;

/**
 * The values of strings. A backslash is an escape in each of Redshift's strings, as in those of PostgreSQL 8; PostgreSQL
 * 17 wants the prefix {@code E} for that.
 */
public final class Literals {
    private Literals() {}

    /** Returns a value as a string of PostgreSQL's. */
    public static String quoted(String value) {
        String doubled = value.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? '\'' + doubled + '\'' : "E'" + doubled.replace("\\", "\\\\") + '\'';
    }

    /** Returns what a string in single quotes stands for. */
    static String value(String text) {
        String inner = text.substring(text.indexOf('\'') + 1, text.length() - 1);
        StringBuilder value = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\'') {
                i++;
                value.append('\'');
            } else if (c == '\\' && i + 1 < inner.length()) {
                i = escape(inner, i + 1, value);
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    /** Appends what an escape stands for, and returns the place of its last character. */
    private static int escape(String inner, int at, StringBuilder value) {
        char c = inner.charAt(at);
        if (c >= '0' && c <= '7') {
            return digits(inner, at, 3, 8, value);
        }
        if (c == 'x' && at + 1 < inner.length() && Character.digit(inner.charAt(at + 1), 16) >= 0) {
            return digits(inner, at + 1, 2, 16, value);
        }
        value.append(
                switch (c) {
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> c;
                });
        return at;
    }

    private static int digits(String inner, int at, int most, int radix, StringBuilder value) {
        int code = 0;
        int end = at;
        while (end < inner.length() && end < at + most && Character.digit(inner.charAt(end), radix) >= 0) {
            code = code * radix + Character.digit(inner.charAt(end), radix);
            end++;
        }
        value.append((char) code);
        return end - 1;
    }
}
