package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.Columns;
import java.util.List;
import java.util.Optional;

/**
 * Parts of a level that are alike. AWS publishes that parts are alike above a threshold of 0.7, but not how schemas are
 * compared: here it is the share of common columns.
 */
final class Cluster {
    private static final double THRESHOLD = 0.7;

    private final Finding like;
    private final List<Optional<String>> keys;
    private List<Column> columns;
    private int size = 1;

    Cluster(Finding like, List<Optional<String>> keys, List<Column> columns) {
        this.like = like;
        this.keys = keys;
        this.columns = columns;
    }

    /**
     * Takes a part in, if it is like the others.
     *
     * @param any whether every schema of the same format is alike
     */
    boolean add(Finding finding, List<Optional<String>> otherKeys, List<Column> other, boolean any) {
        if (!hasFormat(finding) || !keys.equals(otherKeys)) {
            return false;
        }
        if (!any && Columns.similarity(columns, other) <= THRESHOLD) {
            return false;
        }
        columns = Columns.union(columns, other);
        size++;
        return true;
    }

    /** Tells whether a file of this format can be read with the others. */
    boolean hasFormat(Finding finding) {
        return like.layout().equals(finding.layout()) && like.compression().equals(finding.compression());
    }

    /** Tells whether so many of all parts are alike that they are one table. */
    boolean isMajority(int parts) {
        return size > THRESHOLD * parts;
    }

    Finding like() {
        return like;
    }

    List<Optional<String>> keys() {
        return keys;
    }

    int size() {
        return size;
    }
}
