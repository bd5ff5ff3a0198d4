package io.laguna.emulator.athena.ddl;

import java.util.Map;
import java.util.Optional;

/**
 * How rows are read and written.
 *
 * @param serde empty for the one that belongs to the file format
 * @param parameters of the SerDe
 */
record RowFormat(Optional<String> serde, Map<String, String> parameters) {
    static final RowFormat DEFAULT = new RowFormat(Optional.empty(), Map.of());

    /** The parameter that every table has. */
    static final String SERIALIZATION = "serialization.format";

    static final String FIELD = "field.delim";
    static final String ESCAPE = "escape.delim";
    /** Hive's misspelling, which it has to keep: https://issues.apache.org/jira/browse/HIVE-16922 */
    static final String COLLECTION = "colelction.delim";

    static final String MAP_KEY = "mapkey.delim";
    static final String LINE = "line.delim";
    static final String NULL = "serialization.null.format";
}
