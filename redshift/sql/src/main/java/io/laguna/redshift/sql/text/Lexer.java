package io.laguna.redshift.sql.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A reader of tokens. It knows Redshift's strings, in which a backslash escapes, dollar quotes, nested comments, names of
 * temporary tables with {@code #}, and numbers that a word follows without a blank ({@code 1WHEN}).
 */
public final class Lexer {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";
    private static final String LETS_SIGN_END_IT = "~!@#%^&|`?";
    private static final String PREFIXES = "eEnNbBxX";

    private final String text;
    private final int base;
    private final boolean folds;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, int base, boolean folds) {
        this.text = text;
        this.base = base;
        this.folds = folds;
    }

    /**
     * Returns the tokens of a text; the last one is its end.
     *
     * @param base the place of the text's first character in the user's text
     * @param folds whether identifiers in quotes are folded to lower case
     */
    public static List<Token> tokens(String text, int base, boolean folds) {
        return new Lexer(text, base, folds).read();
    }

    private List<Token> read() {
        while (true) {
            int lead = at;
            skipBlanks();
            String before = text.substring(lead, at);
            if (at == text.length()) {
                tokens.add(new Token(Kind.END, before, "", base + at));
                return tokens;
            }
            int from = at;
            Kind kind = next();
            String word = text.substring(from, at);
            if (kind == Kind.QUOTED) {
                String folded = folds ? Names.folded(word) : word;
                word = word.charAt(0) == '#' ? '"' + Names.folded(word) + '"' : folded;
            }
            tokens.add(new Token(kind, before, word, base + from));
        }
    }

    private Kind next() {
        char c = text.charAt(at);
        if (c == '\'') {
            return string(at);
        }
        if (PREFIXES.indexOf(c) >= 0 && peek(1) == '\'') {
            return string(at + 1);
        }
        if (c == '"') {
            return quoted();
        }
        if (startsName(c)) {
            skipName();
            return Kind.WORD;
        }
        if (c == '#' && startsName(peek(1)) && !afterOperand()) {
            at++;
            skipName();
            return Kind.QUOTED;
        }
        if (c == '$') {
            return dollar();
        }
        if (digit(c) || (c == '.' && digit(peek(1)))) {
            return number();
        }
        return sign(c);
    }

    private Kind sign(char c) {
        if ((c == ':' && (peek(1) == ':' || peek(1) == '=')) || (c == '.' && peek(1) == '.')) {
            at += 2;
            return Kind.PUNCTUATION;
        }
        if (",;.:()[]".indexOf(c) >= 0) {
            at++;
            return Kind.PUNCTUATION;
        }
        if (OPERATORS.indexOf(c) < 0) {
            at++;
            return Kind.OPERATOR;
        }
        int from = at;
        boolean free = false;
        while (at < text.length() && OPERATORS.indexOf(text.charAt(at)) >= 0 && !startsComment(at)) {
            free |= LETS_SIGN_END_IT.indexOf(text.charAt(at)) >= 0;
            at++;
        }
        while (!free && at - from > 1 && "+-".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return Kind.OPERATOR;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", at)) {
                skipComment();
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        int from = at;
        int depth = 0;
        do {
            if (at >= text.length()) {
                throw SqlError.syntax(
                        "unterminated /* comment at or near \"" + text.substring(from) + "\"", base + from);
            }
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0);
    }

    private Kind string(int quote) {
        int from = at;
        at = quote + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' && peek(1) != '\'') {
                at++;
                return Kind.STRING;
            }
            at += c == '\'' || c == '\\' ? 2 : 1;
        }
        throw SqlError.syntax("unterminated quoted string at or near \"" + text.substring(from) + "\"", base + from);
    }

    private Kind quoted() {
        int from = at;
        at++;
        while (at < text.length()) {
            if (text.charAt(at) == '"' && peek(1) != '"') {
                at++;
                if (at - from == 2) {
                    throw SqlError.syntax("zero-length delimited identifier at or near \"\"\"\"", base + from);
                }
                return Kind.QUOTED;
            }
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        throw SqlError.syntax(
                "unterminated quoted identifier at or near \"" + text.substring(from) + "\"", base + from);
    }

    private Kind dollar() {
        if (digit(peek(1))) {
            at++;
            while (at < text.length() && digit(text.charAt(at))) {
                at++;
            }
            return Kind.PARAMETER;
        }
        int tag = at + 1;
        while (tag < text.length() && (startsName(text.charAt(tag)) || (tag > at + 1 && digit(text.charAt(tag))))) {
            tag++;
        }
        if (tag >= text.length() || text.charAt(tag) != '$') {
            at++;
            return Kind.OPERATOR;
        }
        String quote = text.substring(at, tag + 1);
        int end = text.indexOf(quote, tag + 1);
        if (end < 0) {
            throw SqlError.syntax(
                    "unterminated dollar-quoted string at or near \"" + text.substring(at) + "\"", base + at);
        }
        at = end + quote.length();
        return Kind.DOLLARS;
    }

    private Kind number() {
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.' && peek(1) != '.') {
            at++;
            skipDigits();
        }
        if (at < text.length() && "eE".indexOf(text.charAt(at)) >= 0) {
            int sign = "+-".indexOf(peek(1)) >= 0 ? 2 : 1;
            if (digit(peek(sign))) {
                at += sign;
                skipDigits();
            }
        }
        return Kind.NUMBER;
    }

    private void skipDigits() {
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
    }

    private void skipName() {
        while (at < text.length()
                && (startsName(text.charAt(at)) || digit(text.charAt(at)) || text.charAt(at) == '$')) {
            at++;
        }
    }

    /** Tells whether a {@code #} at this place is an operator, because a value is right in front of it. */
    private boolean afterOperand() {
        if (at == 0 || tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        boolean touches = !Character.isWhitespace(text.charAt(at - 1));
        return switch (last.kind()) {
            case NUMBER, STRING, DOLLARS, PARAMETER -> true;
            case WORD, QUOTED -> touches;
            case PUNCTUATION -> last.text().equals(")") || last.text().equals("]");
            case OPERATOR, MADE, END -> false;
        };
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private boolean startsComment(int place) {
        return text.startsWith("--", place) || text.startsWith("/*", place);
    }

    private static boolean startsName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
