package io.laguna.emulator.crawl.finding;

import io.laguna.emulator.crawl.schema.Column;
import java.util.List;
import java.util.Map;

/**
 * The knowledge of a file.
 *
 * @param compression the value of {@code compressionType}
 * @param columns in the order of the file; those whose names the catalog cannot hold are left out
 * @param own parameters of the table that do not decide whether files belong together: the first file's are taken
 * @param count how many records there are
 */
public record Finding(Layout layout, String compression, List<Column> columns, Map<String, String> own, Count count) {
    public Finding {
        columns = columns.stream().filter(Column::isOfCatalog).toList();
        own = Map.copyOf(own);
    }

    /** Returns a finding without parameters of its own. */
    public static Finding of(Layout layout, String compression, List<Column> columns, Count count) {
        return new Finding(layout, compression, columns, Map.of(), count);
    }
}
