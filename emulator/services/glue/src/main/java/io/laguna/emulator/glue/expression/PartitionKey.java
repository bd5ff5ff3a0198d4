package io.laguna.emulator.glue.expression;

/**
 * A key that a table is partitioned by.
 *
 * @param position among the keys, and so among a partition's values
 * @param type as the table declares it
 */
public record PartitionKey(String name, int position, String type) {}
