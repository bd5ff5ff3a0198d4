package io.laguna.emulator.glue.expression;

/**
 * A word of an expression.
 *
 * @param text without quotes
 * @param position of its first character, counted from 1
 */
record Token(Kind kind, String text, int position) {
    enum Kind {
        /** A name or keyword. */
        WORD,
        /** A name in backquotes: always a name. */
        QUOTED_NAME,
        /** A text in double quotes: a name in SQL, a text in Hive. */
        DOUBLE_QUOTED,
        /** A text in single quotes. */
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    @Override
    public String toString() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
