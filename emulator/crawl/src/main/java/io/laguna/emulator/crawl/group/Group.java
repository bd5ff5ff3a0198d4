package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.schema.Column;
import java.util.List;

/**
 * A table that was found.
 *
 * @param name of its folder or file
 * @param like its layout
 * @param keys names of its partition keys
 */
public record Group(
        FoundTable.Kind kind,
        String name,
        String location,
        Finding like,
        List<Column> columns,
        List<String> keys,
        Tally tally,
        List<Part> parts) {
    /** Returns the same table by another name. */
    public Group named(String other) {
        return new Group(kind, other, location, like, columns, keys, tally, parts);
    }

    /** A partition that was found. */
    public record Part(List<String> values, String location, Finding like, List<Column> columns, Tally tally) {}
}
