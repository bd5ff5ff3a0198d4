/** Partitions that are reckoned from a table's properties. */
package io.laguna.engines.trino.lake.projection;
