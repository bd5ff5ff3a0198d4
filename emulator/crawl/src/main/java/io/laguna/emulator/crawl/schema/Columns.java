package io.laguna.emulator.crawl.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of two files, together. */
public final class Columns {
    private Columns() {}

    /** Returns the columns of both in the order of their first appearance, each with a type that holds both. */
    public static List<Column> union(List<Column> one, List<Column> other) {
        if (one.equals(other)) {
            return one;
        }
        Map<String, Column> all = byName(one);
        other.forEach(column -> all.merge(column.name(), column, Columns::both));
        return new ArrayList<>(all.values());
    }

    /**
     * Returns how alike two lists of columns are, from 0 to 1: the share of columns that both have, with types that fit,
     * among the columns that either has. Two lists without columns are alike.
     */
    public static double similarity(List<Column> one, List<Column> other) {
        if (one.equals(other)) {
            return 1;
        }
        Map<String, Column> first = byName(one);
        Map<String, Column> second = byName(other);
        long common = first.values().stream()
                .filter(column -> second.containsKey(column.name())
                        && Merge.fit(column.type(), second.get(column.name()).type()))
                .count();
        long all = first.size()
                + second.keySet().stream()
                        .filter(name -> !first.containsKey(name))
                        .count();
        return (double) common / all;
    }

    private static Map<String, Column> byName(List<Column> columns) {
        Map<String, Column> all = new LinkedHashMap<>();
        columns.forEach(column -> all.merge(column.name(), column, Columns::both));
        return all;
    }

    private static Column both(Column one, Column other) {
        return new Column(one.name(), Merge.of(one.type(), other.type()), one.key());
    }
}
