package io.laguna.duckdb.sql;

import java.util.List;
import java.util.Locale;

/** A piece of SQL: a word, or pieces in brackets. */
sealed interface Part permits Part.Word, Part.Group {
    /** Appends the text with the blanks before it. */
    void writeTo(StringBuilder text);

    /** Tells whether this is a word without quotes, in any case. */
    default boolean is(String word) {
        return false;
    }

    static String text(List<? extends Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> part.writeTo(text));
        return text.toString();
    }

    /** The kind of a word. */
    enum Kind {
        NAME,
        QUOTED,
        STRING,
        NUMBER,
        PARAMETER,
        SIGN
    }

    record Word(Kind kind, String lead, String text) implements Part {
        static Word made(String text) {
            return new Word(Kind.SIGN, " ", text);
        }

        @Override
        public void writeTo(StringBuilder out) {
            out.append(lead).append(text);
        }

        @Override
        public boolean is(String word) {
            return (kind == Kind.NAME || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
        }

        /** Returns the name that an identifier stands for. */
        String name() {
            return kind == Kind.QUOTED
                    ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                    : text.toLowerCase(Locale.ROOT);
        }

        /** Returns the value of a string. */
        String value() {
            boolean escapes = text.charAt(0) != '\'';
            String inside = text.substring(escapes ? 2 : 1, text.length() - 1).replace("''", "'");
            return escapes ? inside.replace("\\\\", "\\") : inside;
        }
    }

    record Group(Word open, List<Part> items, Word close) implements Part {
        public Group {
            items = List.copyOf(items);
        }

        @Override
        public void writeTo(StringBuilder out) {
            open.writeTo(out);
            items.forEach(item -> item.writeTo(out));
            close.writeTo(out);
        }

        Group with(List<Part> others) {
            return new Group(open, others, close);
        }

        boolean isParenthesis() {
            return open.text().equals("(");
        }
    }
}
