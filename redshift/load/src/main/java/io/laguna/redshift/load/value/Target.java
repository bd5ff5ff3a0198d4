package io.laguna.redshift.load.value;

/** A column that a load fills. */
public record Target(String name, ColumnType type, boolean nullable) {}
