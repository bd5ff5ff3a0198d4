package io.laguna.emulator.athena.engine;

import java.util.Map;

/**
 * The settings with which a statement runs.
 *
 * @param schema the schema of names that give none
 * @param prepared the prepared statements it may execute, by their names
 * @param properties session properties of the engine: {@code awsdatacatalog.compression_codec}
 */
public record Session(String catalog, String schema, Map<String, String> prepared, Map<String, String> properties) {
    /** The catalog of every table of the Data Catalog. For Iceberg's tables Trino goes on to the Iceberg connector. */
    public static final String CATALOG = "awsdatacatalog";

    public static Session of(String schema) {
        return new Session(CATALOG, schema, Map.of(), Map.of());
    }

    public Session withPrepared(Map<String, String> statements) {
        return new Session(catalog, schema, statements, properties);
    }

    public Session withProperties(Map<String, String> others) {
        return new Session(catalog, schema, prepared, others);
    }
}
