package io.laguna.emulator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table of text whose columns are as wide as their values.
 *
 * @param names of the columns
 * @param types of the columns, in Athena's words: numbers stand to the right
 */
record TextTable(List<String> names, List<String> types, List<List<String>> rows) {
    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "integer", "bigint", "float", "double", "decimal");
    private static final String BETWEEN = "  ";

    List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            int width = width(names.get(column));
            for (List<String> row : rows) {
                width = Math.max(width, width(row.get(column)));
            }
            widths.add(width);
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(names, widths));
        lines.add(line(widths.stream().map("-"::repeat).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(List<String> values, List<Integer> widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < values.size(); column++) {
            String value = values.get(column);
            String blanks = " ".repeat(widths.get(column) - width(value));
            cells.add(NUMBERS.contains(types.get(column)) ? blanks + value : value + blanks);
        }
        return String.join(BETWEEN, cells).stripTrailing();
    }

    private static int width(String value) {
        return value.codePointCount(0, value.length());
    }
}
