package io.laguna.emulator.crawl.json;

import io.laguna.emulator.crawl.finding.Mean;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.Merge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of the records that have been read. */
final class JsonRecords {
    private final Map<String, ColumnType> members = new LinkedHashMap<>();
    private final Mean mean = new Mean();
    private int count;

    /** Adds a record whose columns are its members. */
    void add(Map<String, ColumnType> record) {
        count++;
        record.forEach((name, type) -> members.merge(name, type, Merge::of));
    }

    /** Adds the length of a record, in bytes. */
    void addLength(long length) {
        mean.add(length);
    }

    int count() {
        return count;
    }

    Mean mean() {
        return mean;
    }

    /** Returns the columns in the order of their first appearance; names that differ in case only are one column. */
    List<Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        members.forEach((name, type) -> {
            Column column = Column.of(name, type);
            columns.merge(
                    column.name(),
                    column,
                    (one, other) -> new Column(one.name(), Merge.of(one.type(), other.type()), one.key()));
        });
        return List.copyOf(columns.values());
    }
}
