package io.laguna.duckdb.sql;

import io.laguna.duckdb.sql.Part.Group;
import io.laguna.duckdb.sql.Part.Kind;
import io.laguna.duckdb.sql.Part.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An array of one dimension, as PostgreSQL writes it in a text.
 *
 * @param values the elements; an empty one is NULL
 * @see <a href="https://www.postgresql.org/docs/17/arrays.html#ARRAYS-IO">Array input and output syntax</a>
 */
record Arrays(List<Optional<String>> values) {
    static Arrays of(String text) {
        List<Optional<String>> values = new ArrayList<>();
        int at = 1;
        while (at < text.length() - 1) {
            StringBuilder value = new StringBuilder();
            boolean isQuoted = text.charAt(at) == '"';
            at += isQuoted ? 1 : 0;
            while (isQuoted ? text.charAt(at) != '"' : at < text.length() - 1 && text.charAt(at) != ',') {
                at += text.charAt(at) == '\\' ? 1 : 0;
                value.append(text.charAt(at++));
            }
            at += isQuoted ? 2 : 1;
            values.add(Optional.of(value.toString()).filter(each -> isQuoted || !each.equalsIgnoreCase("null")));
        }
        return new Arrays(values);
    }

    /** Returns a list of DuckDB's, with the brackets that follow the literal's type left out. */
    List<Part> list(String type) {
        List<Part> items = new ArrayList<>();
        for (Optional<String> value : values) {
            if (!items.isEmpty()) {
                items.add(new Word(Kind.SIGN, "", ","));
            }
            items.addAll(element(value, type));
        }
        return List.of(new Group(new Word(Kind.SIGN, " ", "["), items, new Word(Kind.SIGN, "", "]")));
    }

    private static List<Part> element(Optional<String> value, String type) {
        String literal = value.map(text -> "'" + text.replace("'", "''") + "'").orElse("NULL");
        return List.of(
                new Word(Kind.STRING, " ", literal),
                new Word(Kind.SIGN, "", "::"),
                new Word(Kind.NAME, "", type.equalsIgnoreCase("numeric") ? "DECIMAL(38,10)" : type));
    }

    /** Returns the elements of an expression that is such a list alone. */
    static Optional<List<List<Part>>> elements(List<Part> expression) {
        if (expression.isEmpty()
                || !(expression.get(0) instanceof Group list)
                || list.isParenthesis()
                || expression.size() > 1) {
            return Optional.empty();
        }
        List<List<Part>> elements = new ArrayList<>();
        List<Part> element = new ArrayList<>();
        for (Part item : list.items()) {
            if (item.is(",")) {
                elements.add(List.copyOf(element));
                element.clear();
            } else {
                element.add(item);
            }
        }
        if (!element.isEmpty()) {
            elements.add(List.copyOf(element));
        }
        return Optional.of(elements);
    }
}
