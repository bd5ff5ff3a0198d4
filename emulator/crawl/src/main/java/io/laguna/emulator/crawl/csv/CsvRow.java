package io.laguna.emulator.crawl.csv;

import java.util.List;

/**
 * A row.
 *
 * @param cells without their quotes
 * @param length in characters, without quotes and line end
 */
record CsvRow(List<String> cells, int length) {
    boolean isBlank() {
        return cells.size() == 1 && cells.get(0).isBlank();
    }
}
