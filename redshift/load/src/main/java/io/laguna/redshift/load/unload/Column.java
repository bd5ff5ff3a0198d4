package io.laguna.redshift.load.unload;

import io.laguna.redshift.load.value.ColumnType;

/** A column of the query that is unloaded. */
public record Column(String name, ColumnType type) {}
