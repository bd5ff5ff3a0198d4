package io.laguna.redshift.sql.text;

/** A token, or a group of them in brackets. */
public sealed interface Node permits Token, Group {
    /** Returns the node's first token. */
    Token first();

    /** Returns the same node with other text in front of it: blanks and comments. */
    Node withLead(String lead);

    /** Tells whether the node is a word without quotes that is one of these, which are in lower case. */
    default boolean is(String... words) {
        if (!(this instanceof Token token) || token.kind() != Kind.WORD) {
            return false;
        }
        String text = token.text();
        for (String word : words) {
            if (word.length() == text.length() && word.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the node is this operator or punctuation. */
    default boolean isSign(String sign) {
        return this instanceof Token token
                && (token.kind() == Kind.OPERATOR || token.kind() == Kind.PUNCTUATION)
                && token.text().equals(sign);
    }

    /** Tells whether the node is an identifier, with quotes or without. */
    default boolean isName() {
        return this instanceof Token token && (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED);
    }

    default boolean isOf(Kind kind) {
        return this instanceof Token token && token.kind() == kind;
    }

    /** Tells whether the node is a group in round brackets. */
    default boolean isParenthesis() {
        return this instanceof Group group && group.open().text().equals("(");
    }
}
