package io.laguna.duckdb.sql;

import io.laguna.duckdb.sql.Part.Group;
import io.laguna.duckdb.sql.Part.Kind;
import io.laguna.duckdb.sql.Part.Word;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A reader of SQL as PostgreSQL writes it: standard strings, {@code E''} strings, no comments that matter. */
final class Reader {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

    private final String sql;
    private int at;

    private Reader(String sql) {
        this.sql = sql;
    }

    /**
     * Returns the parts of a text.
     *
     * @throws SQLException 42601 when a string or a bracket has no end
     */
    static List<Part> parts(String sql) throws SQLException {
        Reader reader = new Reader(sql);
        List<Part> parts = reader.until("");
        if (reader.at < sql.length()) {
            throw unfinished();
        }
        return parts;
    }

    private List<Part> until(String close) throws SQLException {
        List<Part> parts = new ArrayList<>();
        while (true) {
            int from = at;
            skipBlanks();
            String lead = sql.substring(from, at);
            if (at == sql.length()) {
                return parts;
            }
            if (!close.isEmpty() && sql.startsWith(close, at)) {
                at = from;
                return parts;
            }
            char c = sql.charAt(at);
            if (c == '(' || c == '[') {
                parts.add(group(lead, c == '(' ? ")" : "]"));
            } else if (c == ')' || c == ']') {
                throw unfinished();
            } else {
                parts.add(word(lead, c));
            }
        }
    }

    private Group group(String lead, String close) throws SQLException {
        Word open = new Word(Kind.SIGN, lead, sql.substring(at, at + 1));
        at++;
        List<Part> items = until(close);
        int from = at;
        skipBlanks();
        if (!sql.startsWith(close, at)) {
            throw unfinished();
        }
        at++;
        return new Group(open, items, new Word(Kind.SIGN, sql.substring(from, at - 1), close));
    }

    private Word word(String lead, char c) throws SQLException {
        int from = at;
        Kind kind = kind(c);
        return new Word(kind, lead, sql.substring(from, at));
    }

    /** Passes a word and returns its kind. */
    private Kind kind(char c) throws SQLException {
        if (c == '\'' || ((c == 'E' || c == 'e') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'')) {
            boolean escapes = c != '\'';
            at += escapes ? 2 : 1;
            quoted('\'', escapes);
            return Kind.STRING;
        }
        if (c == '"') {
            at++;
            quoted('"', false);
            return Kind.QUOTED;
        }
        if (c == '$' && at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1))) {
            at++;
            pass(Character::isDigit);
            return Kind.PARAMETER;
        }
        if (Character.isDigit(c)) {
            pass(each -> Character.isDigit(each) || each == '.');
            if (at < sql.length() && (sql.charAt(at) == 'e' || sql.charAt(at) == 'E')) {
                at += 2;
                pass(Character::isDigit);
            }
            return Kind.NUMBER;
        }
        if (Character.isLetter(c) || c == '_') {
            pass(each -> Character.isLetterOrDigit(each) || each == '_' || each == '$');
            return Kind.NAME;
        }
        if (OPERATORS.indexOf(c) >= 0) {
            pass(each -> OPERATORS.indexOf(each) >= 0);
            return Kind.SIGN;
        }
        at += sql.startsWith("::", at) ? 2 : 1;
        return Kind.SIGN;
    }

    private void quoted(char quote, boolean escapes) throws SQLException {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (escapes && c == '\\') {
                at += 2;
            } else if (c == quote && at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else if (c == quote) {
                at++;
                return;
            } else {
                at++;
            }
        }
        throw unfinished();
    }

    private interface Test {
        boolean takes(char c);
    }

    private void pass(Test test) {
        while (at < sql.length() && test.takes(sql.charAt(at))) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else {
                return;
            }
        }
    }

    private static SQLException unfinished() {
        return new SQLException("The statement has a string or a bracket without its end", "42601");
    }
}
