package io.laguna.glue.transform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way to a field: names with dots between them, in backticks where a name has a dot of its own; {@code []} stands for
 * the elements of an array.
 *
 * @param steps the names, and {@link #ELEMENTS} where the way leads through an array
 */
record FieldPath(List<String> steps) implements Serializable {
    static final String ELEMENTS = "[]";

    static FieldPath parse(String text) {
        List<String> steps = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                add(name, steps);
            } else if (c == '[' && !quoted && text.startsWith(ELEMENTS, i)) {
                add(name, steps);
                steps.add(ELEMENTS);
                i++;
            } else {
                name.append(c);
            }
        }
        add(name, steps);
        if (quoted || steps.isEmpty()) {
            throw new IllegalArgumentException("No path of a field: " + text);
        }
        return new FieldPath(List.copyOf(steps));
    }

    static List<FieldPath> parseAll(List<String> texts) {
        return texts.stream().map(FieldPath::parse).collect(Collectors.toCollection(ArrayList::new));
    }

    private static void add(StringBuilder name, List<String> steps) {
        if (!name.isEmpty()) {
            steps.add(name.toString());
            name.setLength(0);
        }
    }

    boolean isTopLevel() {
        return steps.size() == 1;
    }

    String first() {
        return steps.get(0);
    }

    /** Returns the path as Spark's columns are named: every name in backticks. */
    String quoted() {
        return steps.stream().map(FieldPath::quote).collect(Collectors.joining("."));
    }

    static String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
