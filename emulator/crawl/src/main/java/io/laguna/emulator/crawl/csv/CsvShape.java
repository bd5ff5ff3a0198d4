package io.laguna.emulator.crawl.csv;

import io.laguna.emulator.crawl.finding.Mean;
import io.laguna.emulator.crawl.schema.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a file, cut at one delimiter. */
final class CsvShape {
    /** How many of ten rows have to be equally long. */
    private static final double REGULAR = 0.7;
    /** A header, and the first thousand records. */
    private static final int ROWS = 1001;

    private final List<CsvRow> rows;
    private final int width;
    private final long regular;

    private CsvShape(List<CsvRow> rows, int width, long regular) {
        this.rows = rows;
        this.width = width;
        this.regular = regular;
    }

    static Optional<CsvShape> of(String text, char delimiter, Optional<Character> quote) {
        List<CsvRow> rows = CsvRows.of(text, delimiter, quote, ROWS);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Long> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(row.cells().size(), 1L, Long::sum));
        Map.Entry<Integer, Long> most = widths.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        return Optional.of(new CsvShape(rows, most.getKey(), most.getValue()));
    }

    List<CsvRow> rows() {
        return rows;
    }

    /** Returns how many cells most rows have. */
    int width() {
        return width;
    }

    /** Returns the share of rows that have so many cells. */
    double regularity() {
        return (double) regular / rows.size();
    }

    boolean isTable(int leastColumns) {
        return width >= leastColumns && regularity() >= REGULAR;
    }

    /**
     * Returns the columns.
     *
     * @param header whether the first row names them
     * @param given the names, when a classifier gives them
     */
    CsvTable table(boolean header, List<String> given, CsvTypes types) {
        List<CsvRow> data = header ? rows.subList(1, rows.size()) : rows;
        List<String> names = names(header, given);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            CsvType type = types.of(() -> data.stream()
                    .filter(row -> row.cells().size() > index)
                    .map(row -> row.cells().get(index))
                    .iterator());
            columns.add(Column.of(names.get(i), type.type()));
        }
        Mean mean = new Mean();
        data.forEach(row -> mean.add(row.length()));
        return new CsvTable(columns, header, mean, data.size() == 1);
    }

    private List<String> names(boolean header, List<String> given) {
        if (!given.isEmpty()) {
            return CsvHeader.names(given);
        }
        if (!header) {
            return CsvHeader.numbered(width);
        }
        List<String> cells = new ArrayList<>(rows.get(0).cells());
        while (cells.size() < width) {
            cells.add("");
        }
        return CsvHeader.names(cells);
    }
}
