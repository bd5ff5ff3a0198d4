package io.laguna.emulator.crawl.csv;

import io.laguna.emulator.crawl.schema.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The first row of a file, if it names the columns.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html">Built-in CSV classifier</a>
 */
final class CsvHeader {
    private static final int LONGEST = 150;

    private CsvHeader() {}

    /**
     * Tells whether the first row is a header: it names as many columns as most rows have, all of its cells are strings
     * that may be names, and below some cell is no string.
     *
     * @param width how many cells most rows have
     */
    static boolean isIn(List<CsvRow> rows, int width, CsvTypes types) {
        return rows.get(0).cells().size() >= width
                && isCandidate(rows.get(0).cells(), types)
                && rows.stream().skip(1).anyMatch(row -> row.cells().stream().anyMatch(cell -> !types.isString(cell)));
    }

    private static boolean isCandidate(List<String> cells, CsvTypes types) {
        return cells.stream().anyMatch(cell -> !cell.isBlank())
                && cells.stream().allMatch(cell -> types.isString(cell) && Column.mayBeName(cell))
                && cells.stream().limit(cells.size() - 1L).allMatch(cell -> cell.length() < LONGEST);
    }

    /** Returns names: in lower case, without blanks around them, and each once. A blank one is {@code colN}. */
    static List<String> names(List<String> cells) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip().toLowerCase(Locale.ROOT);
            String name = cell.isEmpty() ? "col" + i : cell;
            int times = seen.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + "_" + times);
        }
        return names;
    }

    /** Returns the names of columns that have none: {@code col0}, {@code col1} and so on. */
    static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add("col" + i);
        }
        return names;
    }
}
