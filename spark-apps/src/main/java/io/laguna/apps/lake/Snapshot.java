package io.laguna.apps.lake;

import org.apache.spark.sql.types.StructType;

/**
 * A complete set of a table's files, which no reader sees yet, or which readers see.
 *
 * @param location URI of the directory {@code snapshot=…}
 */
public record Snapshot(String location, StructType schema) {}
