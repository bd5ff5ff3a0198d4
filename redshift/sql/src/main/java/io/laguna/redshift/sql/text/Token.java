package io.laguna.redshift.sql.text;

import java.util.Locale;

/**
 * A token of SQL.
 *
 * @param lead the blanks and comments in front of it
 * @param text the token as it is written; an identifier in quotes is folded already
 * @param place where the token is in the user's text, counted in characters from 0; for a token that Laguna made, the
 *     place of what it stands for
 */
public record Token(Kind kind, String lead, String text, int place) implements Node {
    /** Returns text of Laguna's own that stands for something at a place. */
    public static Token made(String lead, String text, int place) {
        return new Token(Kind.MADE, lead, text, place);
    }

    @Override
    public Token first() {
        return this;
    }

    @Override
    public Token withLead(String other) {
        return new Token(kind, other, text, place);
    }

    public Token withText(String other) {
        return new Token(kind, lead, other, place);
    }

    /** Returns the text in lower case. */
    public String word() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns the name that an identifier stands for. */
    public String name() {
        return kind == Kind.QUOTED ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : Names.folded(text);
    }

    /** Returns the value of a string or of a string between dollars. */
    public String value() {
        return kind == Kind.DOLLARS
                ? text.substring(text.indexOf('$', 1) + 1, text.lastIndexOf('$', text.length() - 2))
                : Literals.value(text);
    }
}
