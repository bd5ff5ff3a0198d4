package io.laguna.redshift.sql.statement;

import java.util.Map;
import java.util.Optional;

/**
 * How an external table's files are read.
 *
 * @param rowFormat the SerDe's class, or {@code delimited}
 * @param rowProperties the SerDe's properties, or the delimiters by keyword: {@code fields terminated by}
 * @param storedAs the format's name in upper case, or the classes of INPUTFORMAT and OUTPUTFORMAT with a comma between
 * @param location the folder or manifest in S3
 * @param properties the table properties
 */
public record Storage(
        Optional<String> rowFormat,
        Map<String, String> rowProperties,
        String storedAs,
        String location,
        Map<String, String> properties) {
    public Storage {
        rowProperties = Map.copyOf(rowProperties);
        properties = Map.copyOf(properties);
    }
}
