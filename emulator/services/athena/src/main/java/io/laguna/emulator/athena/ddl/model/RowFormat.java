package io.laguna.emulator.athena.ddl.model;

import java.util.Map;
import java.util.Optional;

/**
 * The format of rows: how they are read and written.
 *
 * @param serde empty for the one that belongs to the file format
 * @param parameters of the SerDe
 */
public record RowFormat(Optional<String> serde, Map<String, String> parameters) {
    public static final RowFormat DEFAULT = new RowFormat(Optional.empty(), Map.of());

    /** The parameter that every table has. */
    public static final String SERIALIZATION = "serialization.format";

    public static final String FIELD = "field.delim";
    public static final String ESCAPE = "escape.delim";
    /**
     * Hive's parameter for the delimiter of collections, which is misspelt, and has to stay so:
     * https://issues.apache.org/jira/browse/HIVE-16922
     */
    public static final String COLLECTION = "colelction.delim";

    public static final String MAP_KEY = "mapkey.delim";
    public static final String LINE = "line.delim";
    public static final String NULL = "serialization.null.format";
    public static final String AVRO_SCHEMA = "avro.schema.literal";
}
