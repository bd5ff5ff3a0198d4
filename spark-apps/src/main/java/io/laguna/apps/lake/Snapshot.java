package io.laguna.apps.lake;

import org.apache.spark.sql.types.StructType;

/**
 * Files of a table that no reader sees yet, or the ones its readers see.
 *
 * @param location URI of the directory {@code snapshot=…}
 */
public record Snapshot(String location, StructType schema) {}
